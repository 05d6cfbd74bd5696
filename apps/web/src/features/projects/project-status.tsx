import { projectStatusNames, type ProjectStatus } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { StatusTag, type Tone } from '../../ui/status-tag.js';

const looks: Readonly<Record<ProjectStatus, { tone: Tone; mark: string }>> = {
  PROPOSED: { tone: 'neutral', mark: '○' }, DEMONSTRATED: { tone: 'neutral', mark: '○' }, ENTRY_NOTICE: { tone: 'info', mark: '◷' }, ENTRY_REVIEW: { tone: 'warning', mark: '◷' }, LISTED: { tone: 'info', mark: '●' },
  CONTRACTED: { tone: 'info', mark: '●' }, RUNNING: { tone: 'info', mark: '⟳' }, COMPLETED: { tone: 'success', mark: '✓' }, COMPLETION_NOTICE: { tone: 'info', mark: '◷' }, ACCEPTED: { tone: 'success', mark: '✓' },
  REFUSED: { tone: 'error', mark: '✗' }, CANCELLED: { tone: 'neutral', mark: '✗' },
};

export function ProjectStatusTag({ status }: { status: ProjectStatus }) {
  const language = useLanguage();
  return <StatusTag {...looks[status]}>{projectStatusNames[status][language]}</StatusTag>;
}
