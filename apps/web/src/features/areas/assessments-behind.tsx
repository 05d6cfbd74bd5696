import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatCount, formatShare } from '../../i18n/format.js';
import { EmptyTable } from '../../ui/empty-table.js';
import { QueryState } from '../../ui/query-state.js';
import { assessmentsQuery } from './areas.api.js';

/** The samples that the three rates and the approval rate come from; the newest of each kind counts. */
export function AssessmentsBehind({ code, year }: { code: string; year: number }) {
  const { t } = useTranslation();
  const query = useQuery(assessmentsQuery(code, year));
  return (
    <QueryState query={query}>
      {(assessments) => (assessments.length === 0 ? <EmptyTable empty={t('areas.behind.noAssessment')} /> : (
        <table className="matrix">
          <thead><tr>{(['kind', 'found', 'sampled', 'rate', 'assessor', 'assessedOn', 'document'] as const).map((key) => <th key={key}>{t(`areas.assessment.${key}`)}</th>)}</tr></thead>
          <tbody>
            {assessments.map((assessment) => (
              <tr key={assessment.id}>
                <th scope="row">{t(`areas.assessment.${assessment.kind}`)}</th><td>{formatCount(assessment.found)}</td><td>{formatCount(assessment.sampled)}</td>
                <td>{formatShare(assessment.found, assessment.sampled)}</td><td>{assessment.assessor}</td><td>{assessment.assessedOn}</td><td>{assessment.document ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </QueryState>
  );
}
