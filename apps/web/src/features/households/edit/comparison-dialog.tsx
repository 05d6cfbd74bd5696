import { Form, Input, InputNumber, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../../ui/use-clock.js';
import type { Household } from '../households.api.js';
import { recordComparison, useHouseholdChange, type Values } from './edit.api.js';
import { Faults } from './faults.js';
import { FieldItems } from './field-items.js';
import { comparisonFields } from './fields.js';

interface ComparisonForm {
  year: number;
  comparedOn?: string;
  source?: string;
  reason?: string;
  values: Values;
}

/** What departments' lists say of a household in a year. A second entry for the year says why. */
export function ComparisonDialog({ household, onClose }: { household: Household; onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const [form] = Form.useForm<ComparisonForm>();
  const save = useHouseholdChange(({ year, comparedOn, source, reason, values }: ComparisonForm) => recordComparison(household.id, year, {
    ...values, ...(comparedOn ? { comparedOn } : {}), ...(source?.trim() ? { source: source.trim() } : {}), ...(reason?.trim() ? { reason: reason.trim() } : {}),
  }), onClose);
  return (
    <Modal open title={t('households.edit.comparison')} okText={t('common.save')} cancelText={t('common.cancel')} confirmLoading={save.isPending} onCancel={onClose} onOk={form.submit} width={720} destroyOnHidden>
      {save.error && <Faults error={save.error} />}
      <Form<ComparisonForm> form={form} layout="vertical" initialValues={{ year: Number(today.slice(0, 4)), comparedOn: today }} onFinish={(given) => save.mutate(given)}>
        <div className="field-items">
          <Form.Item name="year" label={t('areas.yearChoice')} rules={[{ required: true, message: t('households.edit.yearRequired') }]}><InputNumber min={2000} max={2100} precision={0} /></Form.Item>
          <Form.Item name="comparedOn" label={t('households.edit.comparedOn')}><Input type="date" max={today} /></Form.Item>
          <Form.Item name="source" label={t('households.edit.source')}><Input maxLength={200} /></Form.Item>
        </div>
        <FieldItems fields={comparisonFields} path={['values']} />
        <Form.Item name="reason" label={t('households.edit.again')}><Input maxLength={500} /></Form.Item>
      </Form>
    </Modal>
  );
}
