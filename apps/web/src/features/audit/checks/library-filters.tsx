import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CHECK_ROOM_LABELS, CHECK_ROOMS, CHECK_SEVERITIES } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { useMe } from '../../../session/me.js';
import { DivisionSelect } from '../../../ui/division-select.js';
import type { LibrarySearch } from './check-search.js';

/** Where, which room, how bad, what was found. */
export function LibraryFilters({ search, onChange }: { search: LibrarySearch; onChange: (search: LibrarySearch) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const me = useMe();
  const set = (change: LibrarySearch) => onChange({ ...search, ...change });
  const found = (['hits', 'missing', 'never'] as const).map((value) => ({ value, label: t(`checks.found.${value}`) }));
  return (
    <form role="search" className="filter-bar" onSubmit={(event) => event.preventDefault()}>
      <DivisionSelect value={search.division} within={me.division} placeholder={t('checks.filter.division')} onChange={(division) => set({ division })} />
      <Select allowClear className="filter-select" aria-label={t('checks.filter.room')} placeholder={t('checks.filter.room')} value={search.room} onChange={(room) => set({ room })} options={CHECK_ROOMS.map((value) => ({ value, label: CHECK_ROOM_LABELS[value][language] }))} popupMatchSelectWidth={false} />
      <Select allowClear className="filter-select" aria-label={t('checks.filter.severity')} placeholder={t('checks.filter.severity')} value={search.severity} onChange={(severity) => set({ severity })} options={CHECK_SEVERITIES.map((value) => ({ value, label: t(`checks.severity.${value}`) }))} />
      <Select allowClear className="filter-select" aria-label={t('checks.filter.found')} placeholder={t('checks.filter.found')} value={search.found} onChange={(value) => set({ found: value })} options={found} popupMatchSelectWidth={false} />
      <Input.Search key={search.q ?? ''} allowClear className="check-search" defaultValue={search.q ?? ''} placeholder={t('checks.filter.q')} aria-label={t('checks.filter.q')} onSearch={(q) => set({ q: q.trim() || undefined })} />
      <Button onClick={() => onChange({})}>{t('common.reset')}</Button>
    </form>
  );
}
