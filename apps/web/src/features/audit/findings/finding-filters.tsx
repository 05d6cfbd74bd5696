import { Button, Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { findingOriginKinds } from '#domain';
import { useMe } from '../../../session/me.js';
import { DivisionSelect } from '../../../ui/division-select.js';
import type { FindingSearch } from './finding-search.js';

/** Where, from what, how urgent, and what waits for a later deadline. */
export function FindingFilters({ search, onChange }: { search: FindingSearch; onChange: (search: FindingSearch) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const set = (change: FindingSearch) => onChange({ ...search, ...change });
  return (
    <form role="search" className="filter-bar" onSubmit={(event) => event.preventDefault()}>
      <DivisionSelect value={search.division} within={me.division} placeholder={t('findings.filter.division')} onChange={(division) => set({ division })} />
      <Select allowClear className="filter-select" aria-label={t('findings.filter.origin')} placeholder={t('findings.filter.origin')} value={search.originKind} onChange={(originKind) => set({ originKind })} options={findingOriginKinds.map((value) => ({ value, label: t(`findings.origin.${value}`) }))} />
      <Select allowClear className="filter-select" aria-label={t('findings.filter.colour')} placeholder={t('findings.filter.colour')} value={search.colour} onChange={(colour) => set({ colour })} options={(['BLUE', 'YELLOW', 'RED'] as const).map((value) => ({ value, label: t(`findings.colour.${value}`) }))} />
      <Checkbox checked={search.waiting === 'extension'} onChange={(event) => set({ waiting: event.target.checked ? 'extension' : undefined })}>{t('findings.filter.extension')}</Checkbox>
      <Button onClick={() => onChange({})}>{t('common.reset')}</Button>
    </form>
  );
}
