import { cleanPeople } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';
import { listCovers, onList } from '../region/lists.js';

const primary = { school: '旗民族小学', stage: 'PRIMARY', grade: '五年级', status: 'ENROLLED' };
const child = (birthDate: string, status: string) => ({ people: [...cleanPeople.slice(0, 2), { relation: '04', gender: '2' as const, birthDate, year: { school_status: status, education: '2' } }, ...cleanPeople.slice(3)] });

/** Too old for primary school, enrolled but recorded as not at school, another stage, not on the compared roll; near: 18 years, dropped out on the roll, everything fits, a roll of another year. */
export const plantA24: CheckPlant = {
  code: 'A24',
  fault(region, n) {
    const village = region.village();
    if (n === 0) return [keyOf('A24', region.household({ village, ...child('2006-08-31', '03') }).members[2]?.id ?? '')];
    const household = region.household({ village });
    const [member] = household.members.slice(2);
    if (n === 1) {
      Object.assign(member?.years[2025] ?? {}, { school_status: '01', dropout_reason: '随父母外出' });
      onList(region, 'school_roll', household, { member, detail: primary });
    }
    if (n === 2) listCovers(region, 'school_roll', village);
    const other = region.household({ village });
    onList(region, 'school_roll', other, { member: other.members[2], detail: { ...primary, stage: 'JUNIOR' } });
    return [member, other.members[2]].map((one) => keyOf('A24', one?.id ?? ''));
  },
  nearMiss(region, n) {
    const village = region.village();
    const household = region.household({ village, ...(n === 0 ? child('2006-09-01', '03') : {}) });
    if (n === 1) Object.assign(household.members[2]?.years[2025] ?? {}, { school_status: '01', dropout_reason: '随父母外出' });
    if (n > 0) onList(region, 'school_roll', household, { member: household.members[2], detail: n === 1 ? { ...primary, status: 'DROPPED_OUT' } : primary });
    if (n === 2) {
      const doubtful = region.household({ village });
      onList(region, 'school_roll', doubtful, { member: doubtful.members[2], detail: primary, strength: 'NAME_BIRTH' });
    }
  },
};
