import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../api/client.js';
import { useMe } from '../../session/me.js';
import { useDebounced } from '../../ui/use-debounced.js';

interface Props {
  id?: string;
  value?: string[];
  onChange?: (codes: string[]) => void;
}

/** Several villages of the territory by name, code or initials. */
export function VillagesPick({ id, value, onChange }: Props) {
  const { t } = useTranslation();
  const { division } = useMe();
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), 250);
  const found = useQuery({
    queryKey: ['divisions', 'villages', division, q], enabled: q !== '', placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(api.GET('/api/v1/divisions', { params: { query: { q, within: division, limit: 50 } }, signal })),
  });
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const options = (found.data?.items ?? []).filter(({ code }) => code.length === 12).map((village) => ({ value: village.code, label: [...village.path.filter(({ code }) => code.length > 6), village].map(({ name }) => name).join(' / ') }));
  const chosen = (value ?? []).filter((code) => !options.some((option) => option.value === code)).map((code) => ({ value: code, label: names.get(code) ?? code }));
  const change = (codes: string[]) => {
    setNames((known) => new Map([...known, ...options.map((option) => [option.value, option.label] as const)]));
    onChange?.(codes);
  };
  return <Select {...(id ? { id } : {})} mode="multiple" showSearch={{ filterOption: false, onSearch: setTyped }} placeholder={t('teams.villageSearch')} value={value ?? []} options={[...chosen, ...options]} onChange={change} loading={found.isFetching} notFoundContent={q === '' ? t('teams.villageSearch') : t('teams.noVillage')} />;
}
