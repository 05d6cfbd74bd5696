import { useTranslation } from 'react-i18next';
import { chainStates, isRole, recordSources, roleTable, type ChainState, type RecordSource } from '#domain';
import { formatMoment } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { StatusTag, type Tone } from '../../../ui/status-tag.js';
import type { TimelineItem } from './history.api.js';
import { useStoredText } from './use-stored-text.js';

const chains: Readonly<Record<string, { tone: Tone; mark: string } | undefined>> = { INTACT: { tone: 'success', mark: '✓' }, BROKEN: { tone: 'error', mark: '!' }, NOT_SEALED: { tone: 'neutral', mark: '○' } };

/** One change: when, who, from where, why, which fields from what to what, and whether the chain holds. */
export function TimelineEntry({ item }: { item: TimelineItem }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const role = isRole(item.role) ? roleTable[item.role][language] : t('households.history.system');
  const stored = useStoredText();
  const text = (column: string, said: string | null, value: unknown) => (said !== null && !/^\d{4}-.*T|^[A-Z_]+$/.test(said) ? said : stored(column, value));
  const look = chains[item.chain] ?? { tone: 'neutral' as const, mark: '○' };
  return (
    <li>
      <p><strong>{formatMoment(item.at)}</strong> {item.actor ?? role}{item.actor && <span className="secondary">（{role}）</span>} {t(`recordHistory.op.${item.op}`)} <span className="secondary">{recordSources[item.source as RecordSource][language]}</span> <StatusTag {...look}>{chainStates[item.chain as ChainState][language]}</StatusTag></p>
      {item.reason && <p>{t('samples.reason')}：{item.reason}</p>}
      {item.changes.length > 0 && <ul>{item.changes.slice(0, 40).map((change) => <li key={change.column}>{change[language]}：{item.op !== 'INSERT' && <><del>{text(change.column, change.beforeText, change.before) ?? t('common.notRecorded')}</del> → </>}<ins>{text(change.column, change.afterText, change.after) ?? t('common.notRecorded')}</ins></li>)}</ul>}
    </li>
  );
}
