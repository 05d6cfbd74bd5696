import { assignmentStatusNames, type AssignmentStatus } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { StatusTag, type Tone } from '../../ui/status-tag.js';

const looks: Readonly<Record<AssignmentStatus, { tone: Tone; mark: string }>> = {
  PLANNED: { tone: 'warning', mark: '◷' }, APPROVED: { tone: 'info', mark: '●' }, REFUSED: { tone: 'error', mark: '✗' },
  DELIVERED: { tone: 'success', mark: '✓' }, CLOSED: { tone: 'neutral', mark: '■' }, CANCELLED: { tone: 'neutral', mark: '✗' },
};

export function AssignmentStatusTag({ status }: { status: AssignmentStatus }) {
  const language = useLanguage();
  return <StatusTag {...looks[status]}>{assignmentStatusNames[status][language]}</StatusTag>;
}
