import { codeLabel, type TaskStatus } from '#domain';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import { StatusTag, type Tone } from '../../ui/status-tag.js';

const looks: Readonly<Record<TaskStatus, { tone: Tone; mark: string }>> = {
  OPEN: { tone: 'warning', mark: '○' }, ASSIGNED: { tone: 'info', mark: '●' }, DONE: { tone: 'warning', mark: '◷' }, VERIFIED: { tone: 'success', mark: '✓' },
};

export function TaskStatusTag({ status, overdue }: { status: TaskStatus; overdue: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return <><StatusTag {...looks[status]}>{codeLabel('taskStatus', status, language)}</StatusTag>{overdue && <> <StatusTag tone="error" mark="▲">{t('teams.tasks.overdue')}</StatusTag></>}</>;
}
