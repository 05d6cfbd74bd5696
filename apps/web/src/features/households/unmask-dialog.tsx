import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Field } from '#domain';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';
import { useLanguage } from '../../i18n/use-language.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { codesQuery } from './households.api.js';

type Purpose = Pick<components['schemas']['UnmaskBody'], 'purposeCode' | 'purpose'>;

interface Props {
  householdId: string;
  memberId?: string | undefined;
  field: Field;
  onClose: () => void;
}

/** Asks what the value is needed for, shows it, and forgets it when the dialog is closed. */
export function UnmaskDialog({ householdId, memberId, field, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const purposes = useQuery(codesQuery).data?.unmaskPurposes ?? [];
  const reveal = useMutation({
    gcTime: 0,
    mutationFn: (purpose: Purpose) => call(api.POST('/api/v1/households/{id}/unmask', { params: { path: { id: householdId } }, body: { ...purpose, fields: [field.key], memberId } })),
  });
  const value = reveal.data?.values[field.key];
  return (
    <Modal open title={t('households.unmask.title', { field: field[language] })} footer={null} onCancel={onClose} destroyOnHidden>
      {reveal.data ? <p className="revealed" data-testid="revealed">{value ?? t('common.notRecorded')}</p> : (
        <Form<Purpose> layout="vertical" onFinish={(purpose) => reveal.mutate(purpose)}>
          <p className="secondary">{t('households.unmask.recorded')}</p>
          {reveal.error && <ProblemAlert error={reveal.error} />}
          <Form.Item name="purposeCode" label={t('households.unmask.kind')} rules={[{ required: true, message: t('households.unmask.kindRequired') }]}>
            <Select options={purposes.map((purpose) => ({ value: purpose.code, label: purpose[language] }))} />
          </Form.Item>
          <Form.Item name="purpose" label={t('households.unmask.purpose')} rules={[{ required: true, min: 5, whitespace: true, message: t('households.unmask.purposeRequired') }]}>
            <Input maxLength={200} showCount />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={reveal.isPending}>{t('households.unmask.show')}</Button>
        </Form>
      )}
    </Modal>
  );
}
