import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.js';
import { ProblemAlert } from '../../ui/problem-alert.js';

const known = ['not-geojson', 'too-large', 'no-code', 'foreign-code', 'repeated-code', 'outside', 'unknown-code'] as const;

/** What is wrong with a boundary file, place by place. */
export function BoundaryProblem({ error }: { error: ApiProblem | SyntaxError }) {
  const { t } = useTranslation();
  if (!(error instanceof ApiProblem)) return <Alert role="alert" type="error" showIcon title={t('pictures.noJson')} />;
  const faults = Array.isArray(error.params['faults']) ? (error.params['faults'] as { fault: (typeof known)[number]; at: string }[]) : [];
  return (
    <ProblemAlert error={error}>
      {faults.length > 0 && <ul>{faults.filter(({ fault }) => known.includes(fault)).map(({ fault, at }) => <li key={`${fault}${at}`}>{t(`pictures.fault.${fault}`)}（{at}）</li>)}</ul>}
    </ProblemAlert>
  );
}
