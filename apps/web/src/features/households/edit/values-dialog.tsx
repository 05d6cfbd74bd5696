import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Field } from '#domain';
import { changesOf, useHouseholdChange, type Values } from './edit.api.js';
import { Faults } from './faults.js';
import { FieldItems } from './field-items.js';

interface Props {
  title: string;
  groups: readonly { readonly title?: string; readonly fields: readonly Field[] }[];
  before: Values;
  /** Asks for the reason: a year that is on record is corrected, never overwritten. */
  reason?: boolean;
  save: (changes: Values, reason: string | undefined) => Promise<unknown>;
  onClose: () => void;
}

/** Corrects recorded values. Sensitive ones are shown empty: what is typed replaces them, what is left stays. */
export function ValuesDialog({ title, groups, before, reason = false, save, onClose }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ values: Values; reason?: string }>();
  const secret = new Set(groups.flatMap(({ fields }) => fields.filter(({ encrypted }) => encrypted).map(({ key }) => key)));
  const shown = Object.fromEntries(Object.entries(before).filter(([key]) => !secret.has(key)));
  const change = useHouseholdChange(({ values, reason: why }: { values: Values; reason?: string | undefined }) => save(changesOf(shown, values), why), onClose);
  return (
    <Modal open title={title} okText={t('common.save')} cancelText={t('common.cancel')} confirmLoading={change.isPending} onCancel={onClose} onOk={form.submit} width={860} destroyOnHidden>
      {change.error && <Faults error={change.error} />}
      <Form form={form} layout="vertical" initialValues={{ values: shown }} onFinish={(given) => change.mutate(given)}>
        {groups.map((group) => <section key={group.title ?? 'all'} className="tab-section">{group.title && <h3>{group.title}</h3>}<FieldItems fields={group.fields} path={['values']} /></section>)}
        {reason && <Form.Item name="reason" label={t('households.edit.reason')} rules={[{ required: true, whitespace: true, message: t('households.edit.reasonRequired') }]}><Input maxLength={500} /></Form.Item>}
      </Form>
    </Modal>
  );
}
