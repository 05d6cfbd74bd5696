import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCaseAction, type CaseDetail } from '../cases.api.js';
import { CaseProblem } from './case-problem.js';
import { CopyField } from './copy-field.js';
import { copies } from './recipients.js';

interface Props {
  detail: CaseDetail;
  action: 'refuse' | 'withdraw';
  onClose: () => void;
}

/** 不同意 and 撤回 end the case; the first never without a reason. */
export function ReasonDialog({ detail, action, onClose }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ opinion?: string; copyTo?: string[] }>();
  const act = useCaseAction(detail, onClose);
  return (
    <Modal open title={t(`cases.${action}.title`, { name: detail.subjectName })} okText={t(`cases.${action}.confirm`)} okButtonProps={{ danger: true }} cancelText={t('common.cancel')} confirmLoading={act.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden>
      <p>{t(`cases.${action}.hint`)}</p>
      {act.error && <CaseProblem problem={act.error} subjectKind={detail.subjectKind} />}
      <Form form={form} layout="vertical" onFinish={({ opinion, copyTo }) => act.mutate({ action, ...(opinion?.trim() ? { opinion: opinion.trim() } : {}), ...copies(copyTo) })}>
        <Form.Item name="opinion" label={t(`cases.${action}.reason`)} rules={[{ required: action === 'refuse', whitespace: true, message: t('cases.return.reasonRequired') }]}>
          <Input.TextArea maxLength={2000} autoSize={{ minRows: 3 }} autoFocus />
        </Form.Item>
        {action === 'refuse' && <CopyField id={detail.id} />}
      </Form>
    </Modal>
  );
}
