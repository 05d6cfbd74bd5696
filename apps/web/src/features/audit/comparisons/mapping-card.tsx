import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findComparisonRegister, personTargets } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { Card } from '../../../ui/card.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useComparisonStep, type Comparison } from './comparisons.api.js';

/** What each column stands for, as suggested; what stands for nothing is neither read nor stored. */
export function MappingCard({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const step = useComparisonStep(comparison.id);
  const [changed, setChanged] = useState<Record<string, string>>({});
  const register = findComparisonRegister(comparison.register);
  const options = [
    { value: 'ignore', label: t('comparisons.mapping.ignore') }, ...personTargets.map((value) => ({ value, label: t(`comparisons.target.${value}`) })),
    ...(register?.columns ?? []).map((column) => ({ value: column.name, label: column[language] })),
  ];
  const targetOf = (heading: string, target: string | null) => changed[heading] ?? target ?? 'ignore';
  const targets = comparison.columns.map(({ heading, target }) => targetOf(heading, target));
  const ready = targets.includes('idNo') || (targets.includes('name') && targets.includes('birthDate'));
  const start = async () => {
    if (Object.keys(changed).length > 0) await step.mutateAsync({ kind: 'mapping', mapping: Object.fromEntries(comparison.columns.map(({ heading, target }) => [heading, targetOf(heading, target)])) });
    await step.mutateAsync({ kind: 'match' });
  };
  return (
    <Card title={t('comparisons.mapping.title')}>
      {step.error && <ProblemAlert error={step.error} />}
      <table className="matrix">
        <thead><tr><th>{t('comparisons.mapping.heading')}</th><th>{t('comparisons.mapping.samples')}</th><th>{t('comparisons.mapping.meaning')}</th><th>{t('comparisons.mapping.how')}</th></tr></thead>
        <tbody>
          {comparison.columns.map(({ heading, target, by, samples }) => (
            <tr key={heading}>
              <td>{heading}</td><td className="secondary">{samples.join('、')}</td>
              <td><Select className="filter-select" aria-label={t('comparisons.mapping.for', { heading })} value={targetOf(heading, target)} options={options} onChange={(value: string) => setChanged({ ...changed, [heading]: value })} popupMatchSelectWidth={false} /></td>
              <td>{changed[heading] ? t('comparisons.by.person') : by ? t(`comparisons.by.${by}`) : <span className="secondary">{t('comparisons.by.none')}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!ready && <p className="missing">{t('comparisons.mapping.lacking')}</p>}
      <div className="decision-buttons"><Button type="primary" disabled={!ready} loading={step.isPending} onClick={() => void start().catch(() => undefined)}>{t('comparisons.mapping.start')}</Button></div>
    </Card>
  );
}
