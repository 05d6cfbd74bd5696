import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../ui/use-problem-text.js';
import { planMany } from '../assignments/assignments.api.js';
import { planBody, PlanFields, type PlanValues } from '../assignments/plan-fields.js';
import { byVillage } from '../help/parts/by-village.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { RowResults, type ManyResult } from '../help/parts/row-results.js';
import { useMeasures } from '../help/parts/use-names.js';
import { useThisYear } from '../help/parts/use-years.js';
import type { Gap } from './gaps.api.js';

interface Props {
  gaps: readonly Gap[];
  onClose: (planned: boolean) => void;
}

/** One measure for all chosen households and persons: the one that they lack, when it is the same for all. */
export function PlanGaps({ gaps, onClose }: Props) {
  const { t } = useTranslation();
  const year = useThisYear();
  const problemText = useProblemText();
  const levels = new Map(useMeasures().map(({ code, level }) => [code, level]));
  const [result, setResult] = useState<ManyResult | null>(null);
  if (result) return <RowResults title={t('help.many.title')} result={result} onClose={() => onClose(true)} />;
  const lacking = new Set(gaps.filter(({ kind }) => kind === 'LACKING').map(({ code }) => code));
  const [only] = lacking.size === 1 ? lacking : [];
  const send = async (values: PlanValues): Promise<ManyResult> => {
    const forPerson = levels.get(values.measureCode) === 'member';
    // A household stands once in a request, even when it lacks something twice.
    const rows = [...new Map(gaps.map((gap) => [`${gap.householdId} ${forPerson ? gap.memberId : ''}`, gap])).values()];
    const results = await byVillage(rows, (gap) => gap.villageCode, (some) => planMany({
      ...planBody(values), rows: some.map((gap) => ({ householdId: gap.householdId, ...(forPerson && gap.memberId !== null ? { memberId: gap.memberId } : {}) })),
    }), problemText);
    return { names: rows.map((gap) => (forPerson && gap.memberName ? `${gap.headName} · ${gap.memberName}` : gap.headName)), rows: results };
  };
  return (
    <FormDialog<PlanValues, ManyResult>
      title={t('help.gaps.planTitle', { count: gaps.length })} okText={t('help.assignments.planOk')} width={640} initial={{ year: String(year), ...(only ? { measureCode: only } : {}) }} intro={t('help.assignments.planHint')}
      send={send} keepOpen onDone={setResult} onClose={() => onClose(false)}
    >
      <PlanFields levels={['household', 'member']} />
    </FormDialog>
  );
}
