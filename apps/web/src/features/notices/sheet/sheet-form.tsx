import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { noticeLayoutLabels, noticeLayouts } from '#domain';
import { useLocalText } from '../../../i18n/use-language.js';
import { Card } from '../../../ui/card.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useWriteSheet, type NoticeSheet, type NoticeTexts } from '../notices.api.js';
import { PrivateHits } from './private-hits.js';

/** What the county adds: basis, telephone of an office, signature, Mongolian text as its translators wrote it. */
export function SheetForm({ id, sheet, onDone }: { id: string; sheet: NoticeSheet; onDone: () => void }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const write = useWriteSheet(id, onDone);
  return (
    <Card title={t('notices.sheetForm.title', { count: sheet.rows.length })} className="no-print">
      {write.error && <ProblemAlert error={write.error}><PrivateHits hits={write.error.params['hits']} /></ProblemAlert>}
      <Form<NoticeTexts> layout="vertical" className="sheet-form" initialValues={{ basis: sheet.basis, telephone: sheet.telephone, issuer: sheet.issuer, layout: sheet.layout, mongolian: sheet.mongolian }} onFinish={(values) => write.mutate(values)}>
        <Form.Item name="basis" label={t('notices.sheetForm.basis')}><Input maxLength={200} /></Form.Item>
        <Form.Item name="telephone" label={t('notices.sheetForm.telephone')} extra={t('notices.sheetForm.telephoneHint')}><Input maxLength={60} /></Form.Item>
        <Form.Item name="issuer" label={t('notices.sheetForm.issuer')}><Input maxLength={100} /></Form.Item>
        <Form.Item name="layout" label={t('notices.sheetForm.layout')}><Select options={noticeLayouts.map((value) => ({ value, label: local(noticeLayoutLabels[value]) }))} /></Form.Item>
        <Form.Item name="mongolian" label={t('notices.sheetForm.mongolian')} className="wide" extra={t('notices.sheetForm.mongolianHint')}><Input.TextArea lang="mn-Mong" maxLength={4000} autoSize={{ minRows: 3, maxRows: 8 }} /></Form.Item>
        <Button type="primary" htmlType="submit" loading={write.isPending}>{t('common.save')}</Button>
      </Form>
    </Card>
  );
}
