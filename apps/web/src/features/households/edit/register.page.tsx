import { useNavigate } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { uuidV7 } from '#domain';
import { useMe } from '../../../session/me.js';
import { Card } from '../../../ui/card.js';
import { DivisionSelect } from '../../../ui/division-select.js';
import { Page } from '../../../ui/page.js';
import { registerHousehold, useHouseholdChange, type Values } from './edit.api.js';
import { Faults } from './faults.js';
import { FieldItems } from './field-items.js';
import { newHouseholdFields, newMemberFields } from './fields.js';
import '../households.css';

interface NewForm {
  /** One's own village when it is not asked for. */
  villageCode?: string;
  values?: Values;
  members: Values[];
}

/** Registers a household as a candidate: where, who, why. A person who is on record anywhere is refused with the reason. */
export function RegisterPage() {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const [form] = Form.useForm<NewForm>();
  const save = useHouseholdChange(async ({ villageCode = me.division, values, members }: NewForm) => {
    const { id: made } = await registerHousehold({ id: uuidV7(), villageCode, values: present(values ?? {}), members: members.map((member) => ({ values: present(member) })) });
    void navigate({ to: '/households/$id', params: { id: made } });
  }, () => undefined);
  return (
    <Page title={t('households.register.title')}>
      {save.error && <Faults error={save.error} />}
      <Form<NewForm> form={form} layout="vertical" initialValues={{ members: [{ relationToHead: '01' }] }} onFinish={(given) => save.mutate(given)}>
        <Card title={t('households.register.household')}>
          {me.division.length < 12 && (
            <Form.Item name="villageCode" label={t('households.register.village')} rules={[{ required: true, pattern: /^\d{12}$/, message: t('households.register.villageRequired') }]}>
              <DivisionSelect within={me.division} placeholder={t('households.register.village')} />
            </Form.Item>
          )}
          <FieldItems fields={newHouseholdFields} path={['values']} />
        </Card>
        <Form.List name="members">
          {(members, { add, remove }) => (
            <>
              {members.map(({ key, name }) => (
                <Card key={key} title={t('households.register.member', { n: name + 1 })} extra={members.length > 1 && <Button size="small" onClick={() => remove(name)}>{t('households.register.remove')}</Button>}>
                  <FieldItems fields={newMemberFields} path={[name]} />
                </Card>
              ))}
              <Button onClick={() => add({})}>{t('households.register.add')}</Button>{' '}
              <Button type="primary" htmlType="submit" loading={save.isPending}>{t('households.register.save')}</Button>
            </>
          )}
        </Form.List>
      </Form>
    </Page>
  );
}

const present = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
