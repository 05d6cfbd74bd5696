import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Chips, MoneyField, TextField } from '../../ui/index.js';
import type { IncomeChangeForm } from './form/visit-form.js';

interface Props {
  item: string;
  name: string;
  value: IncomeChangeForm | undefined;
  /** Was just chosen: the keypad comes up for it. */
  focus: boolean;
  onChange: (change: Partial<IncomeChangeForm>) => void;
}

/** By how much one item went up or down since the year's record. */
export function IncomeChange({ item, name, value = { byFen: null, falls: false, note: '' }, focus, onChange }: Props) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) place.current?.querySelector('input')?.focus();
  }, [focus]);
  const ways = [{ value: 'up' as const, text: t('field.visit.more') }, { value: 'down' as const, text: t('field.visit.less') }];
  return (
    <div className="income-change" ref={place}>
      <MoneyField label={t(value.falls ? 'field.visit.lessBy' : 'field.visit.moreBy', { name })} value={value.byFen} onChange={(byFen) => onChange({ byFen })} testid={`amount-${item}`} />
      <Chips label={t('field.visit.direction', { name })} options={ways} value={value.falls ? 'down' : 'up'} onChange={(way) => onChange({ falls: way === 'down' })} testid={`way-${item}`} />
      <TextField label={t('field.visit.howCome')} value={value.note} onChange={(note) => onChange({ note })} placeholder={t('field.visit.howComeExample')} />
    </div>
  );
}
