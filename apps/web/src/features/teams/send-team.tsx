import { useNavigate } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidV7 } from '#domain';
import { useToday } from '../../ui/use-clock.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { DayItem, SelectItem, TextItem } from '../help/parts/items.js';
import { MemberFields, useCodeChoices } from './member-fields.js';
import { filled, sendTeam, type Team } from './teams.api.js';
import { VillagesPick } from './villages-pick.js';

type Body = Parameters<typeof sendTeam>[0];
type Values = Omit<Body, 'id' | 'members'> & { members: Omit<Body['members'][number], 'id'>[] };
const newMember = (role: 'FIRST_SECRETARY' | 'MEMBER') => ({ role, name: '' });

/** A team of at least as many as the parameter asks for, one of them first secretary, for one or several villages of a county. */
export function SendTeam({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const today = useToday();
  const [id] = useState(uuidV7);
  // Sent again, the same place in the list is the same member.
  const [memberIds] = useState(() => Array.from({ length: 30 }, () => uuidV7()));
  const year = Number(today.slice(0, 4));
  const send = ({ members, ...values }: Values) => sendTeam({ ...filled(values), id, members: members.map((member, at) => ({ ...filled(member), id: memberIds[at] ?? uuidV7() })) });
  const affiliations = useCodeChoices('affiliation');
  return (
    <FormDialog<Values, Team>
      title={t('teams.send')} okText={t('teams.send')} width={760} send={send} said={t('help.saved', { what: t('teams.send') })} onClose={onClose} onDone={(team) => void navigate({ to: '/teams/$id', params: { id: team.id } })}
      initial={{ villages: [], termFrom: today, termTo: `${year + 2}${today.slice(4)}`, members: [newMember('FIRST_SECRETARY'), newMember('MEMBER'), newMember('MEMBER')] }}
    >
      <Form.Item name="villages" label={t('teams.villages')} extra={t('teams.villagesHint')} rules={[{ required: true, message: t('help.pickVillage') }]}><VillagesPick /></Form.Item>
      <div className="two-fields">
        <TextItem name="name" label={t('teams.teamName')} required />
        <TextItem name="sendingUnit" label={t('teams.sendingUnit')} required />
        <SelectItem name="sendingAffiliation" label={t('teams.affiliation')} options={affiliations} />
        <TextItem name="shortTermReason" label={t('teams.shortTerm')} max={200} />
        <DayItem name="termFrom" label={t('teams.termFrom')} required />
        <DayItem name="termTo" label={t('teams.termTo')} required />
      </div>
      <Form.List name="members">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }, at) => <fieldset key={key} className="plan-item"><legend>{t('teams.member', { number: at + 1 })} {fields.length > 1 && <Button size="small" type="link" onClick={() => remove(name)}>{t('help.remove')}</Button>}</legend><MemberFields at={name} /></fieldset>)}
            <Button onClick={() => add(newMember('MEMBER'))}>{t('teams.addMember')}</Button>
          </>
        )}
      </Form.List>
    </FormDialog>
  );
}
