import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeListOf, householdStatuses, codeLabel, type CodeListName } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { useMe } from '../../session/me.js';
import { DivisionSelect } from '../../ui/division-select.js';
import type { HouseholdFilters } from './list-search.js';

interface Props {
  filters: HouseholdFilters;
  onChange: (filters: HouseholdFilters) => void;
}

/** Four conditions at once; the rarer ones behind 更多. A choice takes effect at once. */
export function HouseholdFilterBar({ filters, onChange }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const me = useMe();
  const [more, setMore] = useState(Boolean(filters.type ?? filters.cause ?? filters.year));
  const set = (change: HouseholdFilters) => onChange({ ...filters, ...change });
  const listOptions = (name: CodeListName) => codeListOf(name).items.map((item) => ({ value: item.code, label: item[language] }));
  const select = (key: 'status' | 'verdict' | 'type' | 'cause', options: { value: string; label: string }[]) => (
    <Select
      allowClear className="filter-select" aria-label={t(`households.filter.${key}`)} placeholder={t(`households.filter.${key}`)} value={filters[key]} options={options}
      onChange={(value?: string) => set({ [key]: value })} popupMatchSelectWidth={false}
    />
  );
  const verdicts = (['met', 'not_met', 'unproven'] as const).map((value) => ({ value, label: t(`common.verdict.${value}`) }));
  return (
    <form role="search" className="filter-bar" onSubmit={(event) => event.preventDefault()}>
      <Input.Search key={filters.q ?? ''} allowClear className="filter-text" defaultValue={filters.q ?? ''} maxLength={40} placeholder={t('households.filter.q')} aria-label={t('households.filter.q')} onSearch={(q) => set({ q: q.trim() || undefined })} />
      {me.division.length < 12 && <DivisionSelect value={filters.division} within={me.division} placeholder={t('households.filter.division')} onChange={(division) => set({ division })} />}
      {select('status', householdStatuses.map((value) => ({ value, label: codeLabel('householdStatus', value, language) })))}
      {select('verdict', verdicts)}
      {more && select('type', listOptions('poorHouseholdType'))}
      {more && select('cause', listOptions('povertyCause'))}
      <Button type="link" aria-expanded={more} onClick={() => setMore(!more)}>{t(more ? 'households.filter.fewer' : 'common.more')}</Button>
      <Button onClick={() => onChange({})}>{t('common.reset')}</Button>
    </form>
  );
}
