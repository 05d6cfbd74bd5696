import { useMutation } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../../../api/client.js';
import { ProblemAlert } from '../../../../ui/problem-alert.js';
import { StatusTag } from '../../../../ui/status-tag.js';
import { formOf, requestOf, type DrawForm } from '../draw/draw-form.js';
import type { Sample } from '../samples.api.js';

interface Printed {
  seed: string;
  seal: string;
  nonce: string;
}

/** Draws again from what is printed on the sheet and says whether the list is the sealed one. `confirmLoading` would hold the dialog (antd then ignores Escape and the cancel button), and nothing is written here. */
export function VerifyDialog({ sample, onClose }: { sample: Sample; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Printed>();
  const verify = useMutation({
    mutationFn: ({ seed, seal, nonce }: Printed) => {
      const plan = { ...formOf(sample), seed, replacements: formOf(sample).replacements ?? 0 } as DrawForm;
      return call(api.POST('/api/v1/samples/verify', { body: { ...requestOf(plan, sample.question), seal: seal.trim(), nonce: nonce.trim() } }));
    },
  });
  const field = (name: keyof Printed) => <Form.Item name={name} label={t(`samples.${name}`)} rules={[{ required: true, message: t('samples.needed') }]}><Input maxLength={64} /></Form.Item>;
  const found = verify.data;
  return (
    <Modal open title={t('samples.verify.title')} okText={t('samples.verify.button')} cancelText={t('common.cancel')} okButtonProps={{ loading: verify.isPending }} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      <p>{t('samples.verify.note')}</p>
      {verify.error && <ProblemAlert error={verify.error} />}
      <Form form={form} layout="vertical" initialValues={{ seed: sample.seed, seal: sample.seal, nonce: sample.nonce }} onFinish={(printed) => verify.mutate(printed)}>{field('seed')}{field('seal')}{field('nonce')}</Form>
      {found && (
        <p role="status">
          {found.sealHolds ? <StatusTag tone="success" mark="✓">{t('samples.verify.holds', { count: found.units.length })}</StatusTag> : <StatusTag tone="error" mark="!">{t(found.frameSha256 === sample.frameSha256 ? 'samples.verify.differs' : 'samples.verify.otherFrame')}</StatusTag>}
        </p>
      )}
    </Modal>
  );
}
