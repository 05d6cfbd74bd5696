import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../../i18n/use-language.js';
import type { CaseStep } from '../cases.api.js';

/** Papers that the step names and that are not there yet: number or place of each. */
export function EvidenceFields({ needs }: { needs: CaseStep['evidence'] }) {
  const { t } = useTranslation();
  const local = useLocalText();
  return needs.map((need) => (
    <Form.Item key={need.kind} name={['evidence', need.kind]} label={local(need.name)} extra={need.source ?? undefined} rules={[{ required: need.required, whitespace: true, message: t('cases.decide.paperRequired', { name: local(need.name) }) }]}>
      <Input maxLength={500} placeholder={t('cases.decide.paperPlace')} />
    </Form.Item>
  ));
}
