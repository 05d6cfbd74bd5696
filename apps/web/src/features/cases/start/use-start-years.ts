import { useQuery } from '@tanstack/react-query';
import { api, call } from '../../../api/client.js';
import { householdYearsQuery } from '../../households/households.api.js';
import { startYears, type StartYears } from './start-years.js';

interface About {
  subject: string;
  subjectId: string;
  /** Year that the page shows, for a village or county. */
  shown: number | undefined;
  running: number;
}

/** Years that a case may be judged by; null until they are known. The years of a household are those with a record. */
export function useStartYears({ subject, subjectId, shown, running }: About): StartYears | null {
  const division = subject === 'household' ? subjectId.slice(0, 6) : subjectId;
  const parameters = useQuery({ queryKey: ['parameters', division], queryFn: ({ signal }) => call(api.GET('/api/v1/parameters', { params: { query: { division } }, signal })) });
  const records = useQuery({ ...householdYearsQuery(subjectId), enabled: subject === 'household' });
  const settled = (subject !== 'household' || records.isSuccess || records.isError) && (parameters.isSuccess || parameters.isError);
  if (!settled) return null;
  const line = parameters.data?.items.find(({ name }) => name === 'poverty_line');
  const withLine = (line?.values ?? []).flatMap(({ year, value }) => (year === null || value === null ? [] : [year]));
  const recorded = records.data?.map(({ year }) => year) ?? (shown === undefined ? [] : [shown]);
  return startYears({ recorded, withLine, running });
}
