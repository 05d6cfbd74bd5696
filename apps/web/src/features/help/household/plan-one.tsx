import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidV7 } from '#domain';
import { planMany, type RowResults } from '../../assignments/assignments.api.js';
import { planBody, PlanFields, type PlanValues } from '../../assignments/plan-fields.js';
import type { Household } from '../../households/households.api.js';
import { FormDialog } from '../parts/form-dialog.js';
import { SelectItem } from '../parts/items.js';
import { useMeasures } from '../parts/use-names.js';
import { useThisYear } from '../parts/use-years.js';
import { ApiProblem } from '../../../api/problem.js';

type Values = PlanValues & { memberId?: string };

/** A measure for this household, or for one of its persons where the measure is for persons. */
export function PlanOne({ household, onClose }: { household: Household; onClose: () => void }) {
  const { t } = useTranslation();
  const year = useThisYear();
  const [id] = useState(uuidV7);
  const [code, setCode] = useState<string | null>(null);
  const forPerson = useMeasures().find((measure) => measure.code === code)?.level === 'member';
  const members = household.members.filter((member) => member.active).map((member) => ({ value: member.id, label: member.name }));
  const send = async ({ memberId, ...values }: Values): Promise<RowResults> => {
    const answer = await planMany({ ...planBody(values), rows: [{ id, householdId: household.id, ...(forPerson && memberId ? { memberId } : {}) }] });
    const problem = answer.rows[0]?.problem;
    // One row that is refused is the whole request refused, and is said in the dialog.
    if (problem) throw new ApiProblem({ code: problem.code, status: 409, title: { zh: problem.title, en: problem.title } });
    return answer;
  };
  return (
    <FormDialog<Values, RowResults> title={t('help.assignments.planOne')} okText={t('help.assignments.planOk')} width={640} initial={{ year: String(year) }} send={send} said={t('help.saved', { what: t('help.assignments.planOne') })} onClose={onClose}>
      <PlanFields levels={['household', 'member']} onMeasure={setCode} />
      {forPerson && <SelectItem name="memberId" label={t('help.person')} options={members} required />}
    </FormDialog>
  );
}
