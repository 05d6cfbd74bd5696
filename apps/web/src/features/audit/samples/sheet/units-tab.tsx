import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { failureReasons, isHouseholdStatusText } from './household-words.js';
import { ApiProblem } from '../../../../api/problem.js';
import { useLocalText } from '../../../../i18n/use-language.js';
import { DivisionName } from '../../../../ui/division-name.js';
import { HouseholdStatusTag } from '../../../../ui/household-status.js';
import { QueryState } from '../../../../ui/query-state.js';
import { useProblemText } from '../../../../ui/use-problem-text.js';
import { inspectorsQuery, unitsQuery, useSampleStep, type Sample, type SampleUnit } from '../samples.api.js';
import { StratumName } from './sheet.js';

/** The list itself: until it is closed only for whoever drew it. */
export function UnitsTab({ sample }: { sample: Sample }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const query = useQuery(unitsQuery(sample.id));
  const issued = sample.state === 'ISSUED' || sample.state === 'CLOSED';
  const inspectors = useQuery({ ...inspectorsQuery(sample.id), enabled: issued && sample.seed !== null }).data?.items ?? [];
  const step = useSampleStep(sample.id, () => void message.success(t('samples.replaced')));
  if (query.error instanceof ApiProblem && query.error.code === 'sample.not-yours') return <p className="secondary">{t('samples.notYours')}</p>;
  const replaceable = (unit: SampleUnit) => sample.state === 'ISSUED' && unit.state === 'ISSUED' && unit.taskState === 'FAILED';
  const columns = [
    { title: t('samples.ordinal'), align: 'right' as const, render: (_: unknown, unit: SampleUnit) => unit.ordinal },
    { title: t('samples.role'), render: (_: unknown, unit: SampleUnit) => t(`samples.roles.${unit.role}`) },
    { title: t('samples.unitName'), render: (_: unknown, unit: SampleUnit) => (unit.householdId ? <Link to="/households/$id" params={{ id: unit.householdId }}>{unit.headName}</Link> : <DivisionName code={unit.villageCode} />) },
    { title: t('samples.village'), render: (_: unknown, unit: SampleUnit) => <DivisionName code={unit.villageCode} /> },
    { title: t('samples.strata'), render: (_: unknown, unit: SampleUnit) => <StratumName code={unit.stratum} /> },
    { title: t('samples.weight'), align: 'right' as const, render: (_: unknown, unit: SampleUnit) => unit.weight },
    ...(sample.unit === 'household' ? [{ title: t('samples.statusThen'), render: (_: unknown, unit: SampleUnit) => isHouseholdStatusText(unit.status) && <HouseholdStatusTag status={unit.status} /> }] : []),
    ...(issued ? [{
      title: t('samples.progress'),
      render: (_: unknown, unit: SampleUnit) => (
        <>
          {unit.state === 'REPLACED' ? t('samples.replacedBy', { ordinal: unit.replacedBy ?? 0, reason: local(failureReasons[unit.replaceReason ?? '']) }) : unit.taskState ? t(`samples.task.${unit.taskState as 'OPEN'}`) : '—'}
          {unit.assigneeId && <span className="secondary"> {inspectors.find(({ userId }) => userId === unit.assigneeId)?.name}</span>}
          {replaceable(unit) && <Button size="small" className="no-print" loading={step.isPending} onClick={() => step.mutate({ kind: 'replace', ordinal: unit.ordinal }, { onError: (error) => void message.error(problemText(error), 6) })}>{t('samples.step.replace')}</Button>}
        </>
      ),
    }] : []),
  ];
  return <QueryState query={query}>{({ items }) => <div className="data-table"><Table size="middle" aria-label={t('samples.tab.units')} rowKey="ordinal" columns={columns} dataSource={items} pagination={items.length > 100 ? { pageSize: 100, showSizeChanger: false } : false} /></div>}</QueryState>;
}
