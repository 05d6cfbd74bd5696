import { useTranslation } from 'react-i18next';
import { operationKinds } from '#domain';
import { formatMoment } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { Card, Empty, FieldPage, Row, Rows, useGo } from '../../ui/index.js';
import { DueTag } from '../households/household-tags.js';
import { useServerDay } from '../households/use-server-day.js';
import { ReasonText } from './reason-text.js';
import { useInbox } from './use-inbox.js';
import './inbox.css';

/** 消息: what was sent back, what two people entered differently, what is to be done. */
export function InboxPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const go = useGo();
  const today = useServerDay();
  const { returned, contested, tasks } = useInbox();
  return (
    <FieldPage title={t('field.inbox.title')} back="/today">
      {returned.length + contested.length + tasks.length === 0 && <Empty>{t('field.inbox.none')}</Empty>}
      {returned.length > 0 && (
        <Card title={t('field.inbox.returned', { count: returned.length })} tone="error">
          <Rows label={t('field.inbox.returned', { count: returned.length })}>
            {returned.map((item) => (
              <Row key={item.opId} title={item.title || operationKinds[item.kind][language]} onClick={() => go(`/inbox/${item.opId}`)} data-testid={`returned-${item.opId}`}
                note={<><ReasonText reason={item.reason} /><span>{operationKinds[item.kind][language]} · {formatMoment(item.createdAt.toISOString())}</span></>} />
            ))}
          </Rows>
        </Card>
      )}
      {contested.length > 0 && (
        <Card title={t('field.inbox.contested')} tone="warning">
          <Rows label={t('field.inbox.contested')}>{contested.map((entry) => <Row key={entry.id} title={entry.headName} note={t('field.households.contested', { count: entry.contested })} onClick={() => go(`/contested/${entry.id}`)} data-testid={`contested-of-${entry.id}`} />)}</Rows>
        </Card>
      )}
      {tasks.length > 0 && (
        <Card title={t('field.inbox.tasks')}>
          <Rows label={t('field.inbox.tasks')}>{tasks.map((entry) => <Row key={entry.id} title={entry.headName} note={t('field.inbox.taskCount', { count: entry.openTasks })} extra={entry.dueOn === null ? undefined : <DueTag dueOn={entry.dueOn} today={today} />} onClick={() => go(`/households/${entry.id}`)} data-testid={`tasks-of-${entry.id}`} />)}</Rows>
        </Card>
      )}
    </FieldPage>
  );
}
