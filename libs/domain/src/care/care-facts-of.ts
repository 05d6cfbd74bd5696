import type { Truth } from '../rules/truth.js';
import { careTerms } from './care-terms.js';
import { relationsOf, type Kin } from './relatives.js';

const { awayAreas, disabled, healthy, lostReasons, schoolAge, workingAge } = careTerms;

/** What care registers look at in one person of a household; null means not recorded. */
export interface CarePerson {
  readonly relation: string | null;
  /** In the household now; others have left it, and `changeReason` says how. */
  readonly present: boolean;
  readonly changeReason: string | null;
  /** Full years at the end of the household's last recorded year. */
  readonly age: number | null;
  readonly ageOnSchoolCutoff: number | null;
  readonly health: readonly string[] | null;
  readonly certifiedDisabled: boolean;
  readonly workArea: string | null;
  readonly workMonths: number | null;
  readonly maritalStatus: string | null;
  readonly isUnsupportedChild: boolean | null;
}

/** Facts that are read from the person's relatives and records; the SQL of the registers is tested against this. */
export function careFactsOf(person: CarePerson, others: readonly CarePerson[]): Readonly<Record<string, Truth>> {
  const kin = (which: Kin): CarePerson[] =>
    others.filter((other) => other.present && (other.age ?? 0) >= workingAge && relationsOf(which, person.relation).includes(other.relation ?? '-'));
  const isDisabled = person.certifiedDisabled || (person.health ? person.health.includes(disabled) : null);
  return {
    works_away: worksAway(person),
    is_married: isMarried(person, others),
    of_school_age: person.ageOnSchoolCutoff === null ? null : person.ageOnSchoolCutoff >= schoolAge.from && person.ageOnSchoolCutoff <= schoolAge.to,
    is_disabled: isDisabled,
    // The degree stands in the certificate's last digit, which is encrypted, and in no column.
    is_severely_disabled: isDisabled === false ? false : null,
    parents_away: parentsAway(kin('parent')),
    parents_lost: parentsLost(person, kin('parent'), others),
    without_actual_support: person.isUnsupportedChild ?? (kin('parent').some(isHealthy) ? false : null),
    spouse_away: agreed(kin('spouse').map(worksAway)),
    children_away: childrenAway(kin('child').map(worksAway)),
  };
}

/** Works outside the township. A child does not; nobody with no month of work does. */
export function worksAway({ workArea, workMonths, age }: CarePerson): Truth {
  if (workArea !== null && awayAreas.includes(workArea)) return true;
  if (workArea === '01' || workMonths === 0 || (age !== null && age < workingAge)) return false;
  return null;
}

function isMarried({ maritalStatus, relation }: CarePerson, others: readonly CarePerson[]): Truth {
  if (maritalStatus !== null) return maritalStatus === 'MARRIED';
  if (relation === '02' || (relation === '01' && others.some((other) => other.present && other.relation === '02'))) return true;
  return null;
}

function isHealthy({ health }: CarePerson): boolean {
  return health?.length === 1 && health[0] === healthy;
}

/**
 * Both parents work away, or one does and the other cannot be a guardian (国发〔2016〕13号). Whether a parent who is ill or
 * disabled can be one is not recorded, so it stays unknown; so does who the parents are when several persons could be.
 */
function parentsAway(parents: readonly CarePerson[]): Truth {
  const away = parents.map(worksAway);
  if (parents.length === 0) return null;
  if (away.every((truth) => truth === false)) return false;
  if (parents.length <= 2 && parents.some((parent) => worksAway(parent) === false && isHealthy(parent))) return false;
  const roles = new Set(parents.map(({ relation }) => relation)).size;
  if (away.every((truth) => truth === true) && (roles === 2 || parents.some(({ maritalStatus }) => maritalStatus === 'WIDOWED'))) return true;
  return null;
}

/** Both parents are recorded as dead or missing. */
function parentsLost(person: CarePerson, parents: readonly CarePerson[], others: readonly CarePerson[]): Truth {
  if (parents.length > 0) return false;
  const lost = others.filter((other) => !other.present && lostReasons.includes(other.changeReason ?? '') && relationsOf('parent', person.relation).includes(other.relation ?? '-'));
  return new Set(lost.map(({ relation }) => relation)).size === 2 ? true : null;
}

/** What all of them say; null when they differ, when one is unknown or when there is nobody. */
function agreed(truths: readonly Truth[]): Truth {
  const [first] = truths;
  return first !== undefined && truths.every((truth) => truth === first) ? first : null;
}

/** All grown-up children of the household work away; one who stays makes it false. */
function childrenAway(truths: readonly Truth[]): Truth {
  return truths.includes(false) ? false : agreed(truths);
}
