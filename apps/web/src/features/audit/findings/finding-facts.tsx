import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.js';
import { FactList } from '../../../ui/fact-list.js';
import type { Finding } from './findings.api.js';

/** What is wrong, by which rule, who answers, and what was done so far. */
export function FindingFacts({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const entries = [
    { key: 'unit', label: t('findings.raise.unit'), value: finding.unitName },
    { key: 'origin', label: t('findings.filter.origin'), value: t(`findings.origin.${finding.originKind}`) },
    { key: 'due', label: t('findings.raise.dueOn'), value: finding.dueWorkingDays === null ? finding.dueOn : t('findings.dueWorking', { day: finding.dueOn, count: finding.dueWorkingDays }) },
    { key: 'division', label: t('findings.filter.division'), value: finding.divisionName },
    { key: 'by', label: t('findings.raisedBy'), value: finding.raisedBy },
  ];
  const part = (title: string, text: string | null) => text !== null && <><h3>{title}</h3><p className="finding-text">{text}</p></>;
  return (
    <>
      <Card title={t('findings.raise.facts')}>
        <p className="finding-text">{finding.facts}</p>
        {part(t('findings.raise.basis'), finding.basis)}
        {part(t('findings.raise.suggestion'), finding.suggestion)}
        <FactList entries={entries} />
      </Card>
      <Card title={t('findings.rectification')}>
        {part(t('findings.measures'), finding.measures)}
        {part(t('findings.report'), finding.rectification)}
        {part(t('findings.opinion'), finding.reviewOpinion)}
        {finding.measures === null && finding.rectification === null && <p className="secondary">{t('findings.nothingYet')}</p>}
      </Card>
      <Card title={t('findings.evidenceOf', { count: finding.originCount })}>
        <table className="matrix">
          <thead><tr><th>{t('findings.what')}</th><th>{t('checks.hit.values')}</th></tr></thead>
          <tbody>
            {finding.origins.map((origin) => (
              <tr key={`${origin.kind}${origin.ref}`}>
                <td>{origin.householdId ? <Link to="/households/$id" params={{ id: origin.householdId }}>{origin.label}</Link> : origin.label}</td>
                <td><dl className="hit-values">{origin.values.map(({ label, text }) => <div key={label}><dt>{label}</dt><dd>{text}</dd></div>)}</dl></td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </>
  );
}
