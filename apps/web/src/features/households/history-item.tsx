import { useTranslation } from 'react-i18next';
import type { components } from '../../api/generated/schema.js';
import { isRole, lifeEvents, roleTable } from '#domain';
import { formatMoment } from '../../i18n/format.js';
import { useLanguage } from '../../i18n/use-language.js';

type Item = components['schemas']['TimelineItem'];
const shown = 8;

function Change({ change }: { change: Item['changes'][number] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return <li>{change[language]}：<del>{change.beforeText ?? t('common.notRecorded')}</del> → <ins>{change.afterText ?? t('common.notRecorded')}</ins></li>;
}

/** One entry: when, who, what kind, which fields from what to what. */
export function HistoryItem({ item }: { item: Item }) {
  const { t, i18n } = useTranslation();
  const language = useLanguage();
  const table = t(`households.history.table.${i18n.exists(`households.history.table.${item.table}`) ? (item.table as 'household') : 'other'}`);
  const role = isRole(item.role) ? roleTable[item.role][language] : t('households.history.system');
  const event = item.event && (item.event.kind in lifeEvents ? lifeEvents[item.event.kind as keyof typeof lifeEvents][language] : item.event.zh);
  const [first, rest] = [item.changes.slice(0, shown), item.changes.slice(shown)];
  return (
    <li>
      <div><strong>{event ?? `${t(`households.history.op.${item.op as 'INSERT'}`)}${table}`}</strong>{item.subject && ` · ${item.subject}`}{item.event?.on && ` · ${item.event.on}`}{item.event?.reason && ` · ${item.event.reason}`}</div>
      <div className="secondary">{formatMoment(item.at)} · {item.actor ?? t('households.history.system')}（{role}）</div>
      {item.op === 'UPDATE' && <ul>{first.map((change) => <Change key={change.key} change={change} />)}</ul>}
      {item.op === 'UPDATE' && rest.length > 0 && <details><summary>{t('households.history.moreFields', { count: rest.length })}</summary><ul>{rest.map((change) => <Change key={change.key} change={change} />)}</ul></details>}
    </li>
  );
}
