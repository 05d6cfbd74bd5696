import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDebounced } from '../../ui/use-debounced.js';
import { useRules } from '../help/parts/items.js';
import { householdListQuery } from '../households/households.api.js';

/** One household of the chosen place, by name, initials or code. */
export function HouseholdItem({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation();
  const rules = useRules();
  const division = Form.useWatch('division') as string | undefined;
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), 250);
  const found = useQuery(householdListQuery({ division, ...(q ? { q } : {}), limit: 30 }));
  return (
    <Form.Item name={name} label={label} {...rules({ label, required: true })}>
      <Select showSearch={{ filterOption: false, onSearch: setTyped }} placeholder={t('households.filter.q')} loading={found.isFetching} options={(found.data?.items ?? []).map((row) => ({ value: row.id, label: `${row.headName} ${row.householdCode ?? ''} ${row.village.name ?? ''}` }))} />
    </Form.Item>
  );
}
