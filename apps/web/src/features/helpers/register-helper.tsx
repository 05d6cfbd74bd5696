import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidV7 } from '#domain';
import { useMe } from '../../session/me.js';
import { DivisionSelect } from '../../ui/division-select.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { SelectItem, TextItem } from '../help/parts/items.js';
import { useCodeChoices } from '../teams/member-fields.js';
import { filled } from '../teams/teams.api.js';
import { registerHelper, type Helper } from './helpers.api.js';

type Values = Omit<Parameters<typeof registerHelper>[0], 'id'>;

/** Somebody of a county who helps households. */
export function RegisterHelper({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const [id] = useState(uuidV7);
  const ranks = useCodeChoices('rank');
  const affiliations = useCodeChoices('affiliation');
  return (
    <FormDialog<Values, Helper> title={t('teams.helpers.register')} okText={t('teams.helpers.register')} initial={me.division.length >= 6 ? { countyCode: me.division.slice(0, 6) } : {}} said={t('help.saved', { what: t('teams.helpers.register') })} onClose={onClose} send={(values) => registerHelper({ ...filled(values), countyCode: values.countyCode.slice(0, 6), id })}>
      <TextItem name="name" label={t('teams.helpers.name')} required autoFocus />
      <TextItem name="unit" label={t('teams.helpers.unit')} required />
      <SelectItem name="affiliation" label={t('teams.helpers.affiliation')} options={affiliations} />
      <SelectItem name="rank" label={t('teams.helpers.rank')} options={ranks} />
      <TextItem name="phone" label={t('teams.helpers.phone')} max={30} />
      <Form.Item name="countyCode" hidden={me.division.length >= 6} label={t('teams.helpers.county')} rules={[{ required: true, message: t('help.fill', { field: t('teams.helpers.county') }) }]}><DivisionSelect within={me.division} placeholder={t('teams.helpers.county')} /></Form.Item>
    </FormDialog>
  );
}
