import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { lifeEvents, type LifeEventKind } from '#domain';
import { useLocalText } from '../../../i18n/use-language.js';
import { ManySelect } from '../../../ui/many-select.js';
import { useToday } from '../../../ui/use-clock.js';
import type { Household } from '../households.api.js';
import { registerEvent, useHouseholdChange, type Values } from './edit.api.js';
import { Faults } from './faults.js';
import { FieldItems } from './field-items.js';
import { newMemberFields } from './fields.js';

interface EventForm {
  kind: LifeEventKind;
  occurredOn: string;
  reason?: string;
  memberIds?: string[];
  member?: Values;
}

const offered = (Object.keys(lifeEvents) as LifeEventKind[]).filter((kind) => ['join', 'leave'].includes(lifeEvents[kind].effect));

/** Somebody joins or leaves; only the fields of that event are asked for. A person on record elsewhere is refused by the server. */
export function EventDialog({ household, onClose }: { household: Household; onClose: () => void }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const today = useToday();
  const [form] = Form.useForm<EventForm>();
  const kind = Form.useWatch('kind', form);
  const joins = kind !== undefined && lifeEvents[kind].effect === 'join';
  const save = useHouseholdChange(({ memberIds, member, ...event }: EventForm) => registerEvent(household.id, {
    ...event, version: household.version, ...(lifeEvents[event.kind].effect === 'join' ? { member: { values: member ?? {} } } : { memberIds: memberIds ?? [] }),
  }), onClose);
  const people = household.members.filter((member) => member.active).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Modal open title={t('households.edit.event')} okText={t('common.save')} cancelText={t('common.cancel')} confirmLoading={save.isPending} onCancel={onClose} onOk={form.submit} width={720} destroyOnHidden>
      {save.error && <Faults error={save.error} />}
      <Form<EventForm> form={form} layout="vertical" onFinish={(event) => save.mutate(event)}>
        <div className="field-items">
          <Form.Item name="kind" label={t('households.edit.eventKind')} rules={[{ required: true, message: t('households.edit.eventKindRequired') }]}><Select options={offered.map((value) => ({ value, label: local(lifeEvents[value]) }))} /></Form.Item>
          <Form.Item name="occurredOn" label={t('households.edit.occurredOn')} initialValue={today} rules={[{ required: true, message: t('households.edit.occurredOnRequired') }]}><Input type="date" max={today} /></Form.Item>
          {kind && !joins && <Form.Item name="memberIds" label={t('households.edit.who')} rules={[{ required: true, message: t('households.edit.whoRequired') }]}><ManySelect options={people} /></Form.Item>}
        </div>
        {joins && <FieldItems fields={newMemberFields} path={['member']} />}
        <Form.Item name="reason" label={t('households.edit.note')}><Input maxLength={500} /></Form.Item>
      </Form>
    </Modal>
  );
}
