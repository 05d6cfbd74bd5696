import { useNavigate } from '@tanstack/react-router';
import { App, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { actionNames } from '#domain';
import { useLocalText } from '../../../i18n/use-language.js';
import { useCaseAction, type CaseDetail } from '../cases.api.js';
import { CaseProblem } from './case-problem.js';
import { useCaseQueue } from '../review/use-case-queue.js';
import { buildAction, type ActionForm } from './build-action.js';
import { CaseSummary } from './case-summary.js';
import { CopyField } from './copy-field.js';
import { DirectField } from './direct-field.js';
import { EvidenceFields } from './evidence-fields.js';
import type { ForwardAction } from './main-action.js';
import { MeetingFields } from './meeting-fields.js';
import { PlaceField } from './place-field.js';

interface Props {
  detail: CaseDetail;
  action: ForwardAction;
  opinion: string;
  onClose: () => void;
}

/** Says once more what is about to happen, asks for what the step needs, and goes on to the next case. */
export function ActionDialog({ detail, action, opinion, onClose }: Props) {
  const { t } = useTranslation();
  const local = useLocalText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<ActionForm>();
  const { position, after } = useCaseQueue(detail.id);
  const act = useCaseAction(detail, () => {
    onClose();
    void message.success(t('cases.decide.done', { action: local(actionNames[action]), name: detail.subjectName }));
    if (position !== null && action === 'agree') void navigate(after ? { to: '/cases/$id', params: { id: after } } : { to: '/todo' });
  });
  const step = detail.steps.find((known) => known.progress === 'current');
  const name = local(actionNames[action]);
  const needs = step?.evidence.filter((need) => !need.present) ?? [];
  // With nothing to fill in, Enter is enough.
  const plain = needs.length === 0 && action !== 'record_review' && action !== 'publish_notice';
  return (
    <Modal open title={t('cases.decide.ask', { action: name, name: detail.subjectName, pack: local(detail.packName) })} okText={name} cancelText={t('cases.decide.lookAgain')} okButtonProps={{ autoFocus: plain }} confirmLoading={act.isPending} onCancel={onClose} onOk={form.submit} destroyOnHidden width={action === 'record_review' ? 640 : 520}>
      <CaseSummary detail={detail} />
      {act.error && <CaseProblem problem={act.error} subjectKind={detail.subjectKind} />}
      <Form form={form} layout="vertical" initialValues={{ direct: detail.directReturn !== null && detail.directReturn.refused === null }} onFinish={(values) => act.mutate(buildAction(action, values, opinion))}>
        {action === 'record_review' && <MeetingFields />}
        {action === 'publish_notice' && <PlaceField />}
        {detail.directReturn && action !== 'publish_notice' && <DirectField route={detail.directReturn} />}
        <EvidenceFields needs={needs} />
        <CopyField id={detail.id} />
      </Form>
    </Modal>
  );
}
