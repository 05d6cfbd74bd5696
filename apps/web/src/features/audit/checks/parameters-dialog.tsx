import { Button, DatePicker, Form, Input, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/use-language.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useSetParameters, type CheckVersion } from './checks.api.js';

interface Answers {
  values: Record<string, string | undefined>;
  basis: string;
  tag: string;
  effectiveFrom: Dayjs;
}

type Parameter = CheckVersion['parameters'][number];

/** Yuan are written, fen are kept; words stay words; nothing takes the number away. */
function valueOf({ unit }: Parameter, written: string | undefined): number | string | null {
  const text = written?.trim() ?? '';
  if (text === '') return null;
  if (unit === 'words') return text;
  return unit === 'fen' ? Math.round(Number(text) * 100) : Number(text);
}

function shown({ unit, value }: Parameter): string {
  return value === undefined ? '' : unit === 'fen' ? String(Number(value) / 100) : String(value);
}

/** Numbers of a check are set with the document that gives them; the version before stays as it was. */
export function ParametersDialog({ check, onClose }: { check: CheckVersion; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const set = useSetParameters(check.code);
  const send = ({ values, basis, tag, effectiveFrom }: Answers) => set.mutate(
    { values: Object.fromEntries(check.parameters.map((parameter) => [parameter.name, valueOf(parameter, values[parameter.name])])), basis: { zh: basis, tag }, effectiveFrom: effectiveFrom.format('YYYY-MM-DD') },
    { onSuccess: onClose },
  );
  const required = (message: string) => [{ required: true, message }];
  return (
    <Modal open title={t('checks.set.title', { check: check.name[language] })} footer={null} onCancel={onClose} destroyOnHidden width={600}>
      {set.error && <ProblemAlert error={set.error} />}
      <Form<Answers> layout="vertical" onFinish={send} initialValues={{ values: Object.fromEntries(check.parameters.map((parameter) => [parameter.name, shown(parameter)])) }}>
        {check.parameters.map((parameter) => (
          <Form.Item key={parameter.name} name={['values', parameter.name]} label={parameter.label[language]} extra={parameter.unit === 'words' ? t('checks.set.words') : undefined} rules={parameter.unit === 'words' ? [] : [{ pattern: /^\s*\d+(\.\d+)?\s*$/, message: t('checks.set.number') }]}>
            <Input {...(parameter.unit === 'words' ? {} : { inputMode: 'decimal' as const })} placeholder={t('common.notSet')} suffix={t(`checks.unit.${parameter.unit === 'fen' ? 'yuan' : parameter.unit === 'basis_points' ? 'basis_points' : 'plain'}`)} />
          </Form.Item>
        ))}
        <Form.Item name="basis" label={t('checks.set.basis')} rules={required(t('checks.set.basisRequired'))}><Input maxLength={1000} /></Form.Item>
        <Form.Item name="tag" label={t('checks.set.tag')} rules={required(t('checks.set.tagRequired'))}><Input maxLength={100} /></Form.Item>
        <Form.Item name="effectiveFrom" label={t('checks.set.from')} rules={required(t('checks.set.fromRequired'))}><DatePicker /></Form.Item>
        <Button type="primary" htmlType="submit" loading={set.isPending}>{t('checks.set.publish')}</Button>
      </Form>
    </Modal>
  );
}
