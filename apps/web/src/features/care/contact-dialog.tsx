import { Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contactWays, uuidV7 } from '#domain';
import { useToday } from '../../ui/use-clock.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { AreaItem, DayItem, SelectItem, TextItem } from '../help/parts/items.js';
import { recordContact } from './care.api.js';

interface Values {
  contactedOn: string;
  way: 'VISIT' | 'PHONE' | 'VIDEO' | 'OTHER';
  met?: string;
  found: string;
  needsHelp?: boolean;
}

/** Somebody looked in: when, how, whom they met, what they found. */
export function ContactDialog({ entryId, onClose }: { entryId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const [id] = useState(uuidV7);
  const send = ({ met, needsHelp, ...values }: Values) => recordContact(entryId, { id, ...values, needsHelp: needsHelp ?? false, ...(met?.trim() ? { met: met.trim() } : {}) });
  return (
    <FormDialog<Values, unknown> title={t('teams.care.record')} okText={t('common.save')} initial={{ contactedOn: today, way: 'VISIT', needsHelp: false }} send={send} said={t('help.saved', { what: t('teams.care.record') })} onClose={onClose}>
      <div className="two-fields">
        <DayItem name="contactedOn" label={t('teams.care.contactedOn')} max={today} required />
        <SelectItem name="way" label={t('teams.visits.way')} options={contactWays.map((value) => ({ value, label: t(`teams.care.ways.${value}`) }))} required />
      </div>
      <TextItem name="met" label={t('teams.visits.met')} />
      <AreaItem name="found" label={t('teams.care.found')} max={2000} required autoFocus />
      <Form.Item name="needsHelp" valuePropName="checked"><Checkbox>{t('teams.care.needsHelp')}</Checkbox></Form.Item>
    </FormDialog>
  );
}
