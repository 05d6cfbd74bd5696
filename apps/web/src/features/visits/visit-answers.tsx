import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { codeLabel, findField } from '#domain';
import { formatYuan } from '../../i18n/format.js';
import { useLanguage } from '../../i18n/use-language.js';
import { Card } from '../../ui/card.js';
import { StatusTag, type Tone } from '../../ui/status-tag.js';
import type { VisitDetail } from './visits.api.js';

const looks: Readonly<Record<VisitDetail['assurances'][number]['state'], { tone: Tone; mark: string }>> = {
  OK: { tone: 'success', mark: '✓' }, PROBLEM: { tone: 'error', mark: '!' }, UNCLEAR: { tone: 'warning', mark: '?' },
};

/** The seven answers, changes of income, and the tasks that problems became. */
export function VisitAnswers({ visit }: { visit: VisitDetail }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const incomeName = (item: string) => findField('householdYear', item)?.[language] ?? item;
  return (
    <Card title={t('teams.visits.assurances')}>
      <ul className="due-list">
        {visit.assurances.map((answer) => (
          <li key={answer.item}>
            <strong>{codeLabel('assurance', answer.item, language)}</strong> <StatusTag {...looks[answer.state]}>{codeLabel('assuranceState', answer.state, language)}</StatusTag>{' '}
            <span className="secondary">{answer.carried && t('teams.visits.carried', { count: answer.count })} {answer.note}</span>
          </li>
        ))}
      </ul>
      {visit.incomeChanges.length > 0 && <><h3>{t('teams.visits.income')}</h3><ul className="due-list">{visit.incomeChanges.map((change) => <li key={change.item}>{incomeName(change.item)} {change.changeFen > 0 && '+'}{formatYuan(change.changeFen)} {t('common.yuan')} <span className="secondary">{change.note}</span></li>)}</ul></>}
      {visit.problems.length > 0 && <><h3>{t('teams.visits.problems')}</h3><ul className="due-list">{visit.problems.map((task) => <li key={task.id}><Link to="/help-tasks/$id" params={{ id: task.id }}>{task.description}</Link> <span className="secondary">{codeLabel('taskStatus', task.status, language)} · {task.dueOn}</span></li>)}</ul></>}
    </Card>
  );
}
