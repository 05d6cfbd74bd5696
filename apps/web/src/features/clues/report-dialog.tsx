import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { codeListOf, uuidV7, type CodeListName } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { useMe } from '../../session/me.js';
import { DivisionSelect } from '../../ui/division-select.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useToday } from '../../ui/use-clock.js';
import { reportClue, useClueMove, type NewClue } from './clues.api.js';

const lists = [['channel', 'clueChannel'], ['kind', 'monitoringRisk'], ['severity', 'clueSeverity']] as const satisfies readonly (readonly [keyof NewClue, CodeListName])[];

/** Six fields: where, who, from where, what, how bad, in words. */
export function ReportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const me = useMe();
  const today = useToday();
  const [form] = Form.useForm<NewClue>();
  const report = useClueMove((clue: NewClue) => reportClue({ ...clue, id: uuidV7(), occurredAt: `${today}T00:00:00+08:00` }), onClose);
  return (
    <Modal open title={t('clues.report')} okText={t('clues.report')} cancelText={t('common.cancel')} confirmLoading={report.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      {report.error && <ProblemAlert error={report.error} />}
      <Form<NewClue> form={form} layout="vertical" initialValues={{ villageCode: me.division.length === 12 ? me.division : undefined, severity: 'MEDIUM' }} onFinish={(clue) => report.mutate(clue)}>
        <Form.Item name="villageCode" label={t('clues.column.village')} hidden={me.division.length === 12} rules={[{ required: true, pattern: /^\d{12}$/, message: t('households.register.villageRequired') }]}><DivisionSelect within={me.division} placeholder={t('clues.column.village')} /></Form.Item>
        <Form.Item name="subjectName" label={t('clues.name')} rules={[{ required: true, whitespace: true, message: t('clues.nameRequired') }]}><Input maxLength={50} /></Form.Item>
        {lists.map(([key, list]) => <Form.Item key={key} name={key} label={t(`clues.column.${key}`)} rules={[{ required: true, message: t('clues.chooseRequired') }]}><Select options={codeListOf(list).items.map((item) => ({ value: item.code, label: item[language] }))} /></Form.Item>)}
        <Form.Item name="description" label={t('clues.column.description')} rules={[{ required: true, whitespace: true, message: t('clues.descriptionRequired') }]}><Input.TextArea maxLength={1000} autoSize={{ minRows: 3 }} /></Form.Item>
      </Form>
    </Modal>
  );
}
