import { Button, Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../session/me.js';
import { DivisionSelect } from '../../../ui/division-select.js';
import { useDivisionName } from '../../../ui/use-divisions.js';
import type { Choice } from './items.js';

/** Values of the filters of a list as they stand in the address. */
export type Filters = Readonly<Record<string, string | number | boolean | undefined>>;

export type FilterField =
  | { readonly kind: 'division' }
  | { readonly kind: 'select'; readonly key: string; readonly label: string; readonly options: readonly Choice[]; readonly search?: boolean; readonly numeric?: boolean; readonly fixed?: boolean }
  | { readonly kind: 'text'; readonly key: string; readonly label: string }
  | { readonly kind: 'day'; readonly key: string; readonly label: string }
  | { readonly kind: 'check'; readonly key: string; readonly label: string };

interface Props {
  fields: readonly FilterField[];
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** The conditions that are set, in words. */
export function useFilterWords(fields: readonly FilterField[], filters: Filters): string[] {
  const me = useMe();
  const place = useDivisionName(String(filters['division'] ?? me.division));
  return fields.flatMap((field): string[] => {
    if (field.kind === 'division') return filters['division'] === undefined ? [] : [place];
    const value = filters[field.key];
    if (value === undefined || value === false) return [];
    if (field.kind === 'check') return [field.label];
    const text = field.kind === 'select' ? (field.options.find((option) => option.value === String(value))?.label ?? String(value)) : String(value);
    return [`${field.label}：${text}`];
  });
}

/** Conditions of a list in one line; a choice takes effect at once. */
export function ListFilters({ fields, filters, onChange }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const set = (key: string, value: string | number | boolean | undefined) => onChange({ ...filters, [key]: value });
  const input = (field: FilterField) => {
    switch (field.kind) {
      case 'division':
        return me.division.length < 12 && <DivisionSelect key="division" value={filters['division'] as string | undefined} within={me.division} placeholder={t('help.filter.division')} onChange={(code) => set('division', code)} />;
      case 'select':
        return (
          <Select
            key={field.key} allowClear={!field.fixed} className="filter-select" aria-label={field.label} placeholder={field.label} value={filters[field.key] === undefined ? null : String(filters[field.key])} options={[...field.options]}
            onChange={(value?: string) => set(field.key, value === undefined ? undefined : field.numeric ? Number(value) : value)} popupMatchSelectWidth={false} {...(field.search ? { showSearch: { optionFilterProp: 'label' } } : {})}
          />
        );
      case 'text': {
        const value = String(filters[field.key] ?? '');
        return <Input.Search key={`${field.key}-${value}`} allowClear className="filter-text" defaultValue={value} maxLength={60} placeholder={field.label} aria-label={field.label} onSearch={(text) => set(field.key, text.trim() || undefined)} />;
      }
      case 'day':
        return <label key={field.key} className="filter-day">{field.label} <Input type="date" value={String(filters[field.key] ?? '')} onChange={(event) => set(field.key, event.target.value || undefined)} /></label>;
      case 'check':
        return <Checkbox key={field.key} checked={filters[field.key] === true} onChange={(event) => set(field.key, event.target.checked || undefined)}>{field.label}</Checkbox>;
    }
  };
  return (
    <form role="search" className="filter-bar" onSubmit={(event) => event.preventDefault()}>
      {fields.map(input)}
      <Button onClick={() => onChange({})}>{t('common.reset')}</Button>
    </form>
  );
}
