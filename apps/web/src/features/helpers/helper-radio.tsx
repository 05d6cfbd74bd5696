import { Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Helper } from './helpers.api.js';

interface Props {
  helpers: readonly Helper[];
  value?: string;
  onChange?: (id: string) => void;
}

/** All helpers of the county in sight, so that one click chooses; typing narrows them down. */
export function HelperRadio({ helpers, value, onChange }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const shown = helpers.filter((helper) => `${helper.name}${helper.unit}`.includes(typed.trim()) || helper.id === value);
  return (
    <>
      <Input allowClear value={typed} placeholder={t('teams.helpers.search')} aria-label={t('teams.helpers.search')} onChange={(event) => setTyped(event.target.value)} />
      <Radio.Group className="choice-list helper-radio" value={value} onChange={(event) => onChange?.(String(event.target.value))} aria-label={t('teams.helpers.to')}>
        {shown.map((helper) => <Radio key={helper.id} value={helper.id}>{t('teams.helpers.choice', { name: helper.name, unit: helper.unit, count: helper.households })}</Radio>)}
      </Radio.Group>
    </>
  );
}
