import { caseStatuses, caseStatusNames, type CaseStatus } from '#domain';
import { useLocalText } from '../../i18n/use-language.js';
import { StatusTag, type Tone } from '../../ui/status-tag.js';

const looks: Readonly<Record<CaseStatus, { tone: Tone; mark: string }>> = {
  OPEN: { tone: 'info', mark: '◷' },
  DECIDED: { tone: 'success', mark: '✓' },
  COMPLETED: { tone: 'success', mark: '✓' },
  REFUSED: { tone: 'error', mark: '✗' },
  WITHDRAWN: { tone: 'neutral', mark: '↩' },
};

export function CaseStatusTag({ status }: { status: string }) {
  const local = useLocalText();
  const known = caseStatuses.find((word) => word === status) ?? 'OPEN';
  return <StatusTag {...looks[known]}>{local(caseStatusNames[known])}</StatusTag>;
}
