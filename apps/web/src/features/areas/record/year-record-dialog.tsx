import { useQuery } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../../ui/query-state.js';
import { changesOf, type Values } from '../../households/edit/edit.api.js';
import { Faults } from '../../households/edit/faults.js';
import { FieldItems } from '../../households/edit/field-items.js';
import type { AreaLevel } from '../area-level.js';
import { yearRecordQuery, type YearRecord } from '../areas.api.js';
import { recordAreaYear, useAreaChange } from './record.api.js';
import { yearFields } from './year-fields.js';
import '../../households/households.css';

interface Props {
  level: AreaLevel;
  code: string;
  year: number;
  onClose: () => void;
}

interface RecordForm {
  values: Values;
  source?: string;
  reason?: string;
}

function RecordForm({ level, code, year, known, onClose }: Props & { known: YearRecord | undefined }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<RecordForm>();
  const save = useAreaChange(({ values, source, reason }: RecordForm) => recordAreaYear(code, year, {
    ...changesOf(known?.values ?? {}, values), ...(source?.trim() ? { source: source.trim() } : {}), ...(known ? { version: known.version, reason: reason?.trim() ?? '' } : {}),
  }), onClose);
  return (
    <Modal open title={t(known ? 'areas.record.correct' : 'areas.record.open', { year })} okText={t('common.save')} cancelText={t('common.cancel')} confirmLoading={save.isPending} onCancel={onClose} onOk={form.submit} width={860} destroyOnHidden>
      {save.error && <Faults error={save.error} />}
      <Form<RecordForm> form={form} layout="vertical" initialValues={{ values: known?.values ?? {}, source: known?.source }} onFinish={(given) => save.mutate(given)}>
        <FieldItems fields={yearFields[level]} path={['values']} />
        <Form.Item name="source" label={t('areas.record.source')} rules={[{ required: true, whitespace: true, message: t('areas.record.sourceRequired') }]}><Input maxLength={200} /></Form.Item>
        {known && <Form.Item name="reason" label={t('households.edit.reason')} rules={[{ required: true, whitespace: true, message: t('households.edit.reasonRequired') }]}><Input maxLength={500} /></Form.Item>}
      </Form>
    </Modal>
  );
}

/** Records the figures of a year, or corrects them with the reason; what stood there before is kept. */
export function YearRecordDialog(props: Props) {
  const query = useQuery(yearRecordQuery(props.code, props.year));
  return <QueryState query={query}>{(versions) => <RecordForm {...props} known={versions.find(({ supersededAt }) => supersededAt === null)} />}</QueryState>;
}
