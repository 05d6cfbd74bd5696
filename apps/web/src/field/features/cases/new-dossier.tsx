import { allowedActions, type CaseAction, type CaseState } from '#domain';
import { useLocalText } from '../../../i18n/use-language.js';
import { useReference, type HouseholdEntry, type PackHousehold, type Procedure } from '../../store/index.js';
import { FieldPage, useGo } from '../../ui/index.js';
import { CheckCard, useChecks } from './check-card.js';
import { missingItems } from './missing.js';
import { usualYear } from './start.js';
import { StepForm } from './step-form.js';
import type { CaseSetting } from './use-cases.js';
import { newDraftKeyOf, useDossier } from './use-dossier.js';

interface Props {
  household: PackHousehold;
  entry: HouseholdEntry;
  procedure: Procedure;
  setting: CaseSetting;
}

const first: readonly CaseAction[] = ['record_review', 'submit'];

/** A dossier that begins: what the rules say, then what the first step asks for. Nothing of it is sent before it is handed in. */
export function NewDossier({ household, entry, procedure, setting }: Props) {
  const local = useLocalText();
  const go = useGo();
  const { parameters } = useReference();
  const { pack } = procedure;
  const { year, sure } = usualYear(household.rows.years, parameters, Number(setting.today.slice(0, 4)));
  const lists = useChecks(household, pack, year);
  const draft = useDossier(newDraftKeyOf(household.id, pack.code), setting.today);
  const [step] = pack.steps;
  if (!step) return null;
  const state: CaseState = {
    pack, status: 'OPEN', step: step.code, division: household.village, startedBy: setting.me.userId, assignedTo: null, duties: [{ userId: setting.me.userId, step: step.code }], openObjections: 0, notice: null, everNoticed: false,
  };
  const possible = new Set(allowedActions(state, setting.me).filter(({ refusal }) => refusal === null).map(({ action }) => action));
  const action = first.find((one) => possible.has(one)) ?? 'submit';
  return (
    <FieldPage title={`${entry.headName} · ${local(pack.name)}`} back>
      <CheckCard household={household} pack={pack} year={year} lists={lists} />
      <StepForm target={{ household, headName: entry.headName, pack, step, action, caseId: null, begin: { pack: pack.code, ...(sure ? { year } : {}) }, present: [], direct: null }} draft={draft} today={setting.today} reasonRequired={pack.start.reasonRequired} stopping={missingItems(lists).length} onHanded={(id) => go(`/cases/${id}`, { replace: true })} />
    </FieldPage>
  );
}
