import { useQuery } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeListOf } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useDebounced } from '../../ui/use-debounced.js';
import { householdListQuery } from '../households/households.api.js';
import { settleClue, useClueMove, type Clue, type Settlement } from './clues.api.js';

/** What the check found. A household that becomes a candidate is named; from there its procedure is started. */
export function SettleDialog({ clue, onClose }: { clue: Clue; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [form] = Form.useForm<Settlement>();
  const result = Form.useWatch('result', form);
  const [typed, setTyped] = useState(clue.name ?? '');
  const q = useDebounced(typed.trim(), 250);
  const found = useQuery({ ...householdListQuery({ q, division: clue.villageCode, limit: 20 }), enabled: result === 'CANDIDATE' && q !== '' });
  const settle = useClueMove((body: Settlement) => settleClue(clue.id, body), onClose);
  const options = (found.data?.items ?? []).map((household) => ({ value: household.id, label: `${household.headName} ${household.householdCode ?? ''}` }));
  return (
    <Modal open title={t('clues.settleTitle', { name: clue.name ?? clue.place ?? '' })} okText={t('clues.settle')} cancelText={t('common.cancel')} confirmLoading={settle.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      <p>{clue.description}</p>
      {settle.error && <ProblemAlert error={settle.error} />}
      <Form<Settlement> form={form} layout="vertical" initialValues={{ householdId: clue.householdId ?? undefined }} onFinish={(body) => settle.mutate(body)}>
        <Form.Item name="result" label={t('clues.result')} rules={[{ required: true, message: t('clues.resultRequired') }]}><Select options={codeListOf('clueResult').items.map((item) => ({ value: item.code, label: item[language] }))} /></Form.Item>
        {result === 'CANDIDATE' && (
          <Form.Item name="householdId" label={t('clues.candidate')} extra={t('clues.candidateHint')} rules={[{ required: true, message: t('clues.candidateRequired') }]}>
            <Select showSearch={{ filterOption: false, onSearch: setTyped }} loading={found.isFetching} options={options} />
          </Form.Item>
        )}
        <Form.Item name="finding" label={t('clues.finding')} rules={[{ required: true, whitespace: true, message: t('clues.findingRequired') }]}><Input.TextArea maxLength={2000} autoSize={{ minRows: 3 }} /></Form.Item>
      </Form>
    </Modal>
  );
}
