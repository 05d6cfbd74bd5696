import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api, call } from '../api/client.js';
import { useDebounced } from './use-debounced.js';
import { useDivisionName } from './use-divisions.js';

interface Props {
  value?: string | undefined;
  /** Only divisions inside this one are offered. */
  within: string;
  placeholder: string;
  onChange?: (code: string | undefined) => void;
}

/** What to ask: the children of the territory, or a search by name, code or initials inside it. */
function useChoices(within: string, q: string) {
  const query = q === '' ? { parent: within, limit: 100 } : { q, within, limit: 30 };
  return useQuery({
    queryKey: ['divisions', query], queryFn: ({ signal }) => call(api.GET('/api/v1/divisions', { params: { query }, signal })),
    staleTime: Number.POSITIVE_INFINITY, placeholderData: (previous) => previous,
  });
}

/** Picks a place by name, code or pinyin initials. */
export function DivisionSelect({ value, within, placeholder, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const choices = useChoices(within, useDebounced(typed.trim(), 250));
  const current = useDivisionName(value ?? within);
  const options = (choices.data?.items ?? []).map((division) => ({
    value: division.code,
    label: [...division.path.filter(({ code }) => code.length > within.length), division].map(({ name }) => name).join(' / '),
  }));
  const known = value === undefined || options.some((option) => option.value === value);
  return (
    <Select
      showSearch={{ filterOption: false, onSearch: setTyped }} allowClear aria-label={placeholder} placeholder={placeholder} value={value} loading={choices.isFetching}
      options={known ? options : [{ value, label: current }, ...options]} onChange={onChange} popupMatchSelectWidth={360} style={{ width: 200 }}
    />
  );
}
