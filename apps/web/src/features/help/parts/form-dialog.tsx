import { App, Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useSend } from './use-send.js';

interface Props<Values, Answer> {
  title: string;
  okText: string;
  /** For what cannot be taken back. */
  danger?: boolean;
  /** What follows from it, above the fields. */
  intro?: ReactNode;
  initial?: Partial<Values>;
  width?: number;
  send: (values: Values) => Promise<Answer>;
  /** Said once it is done; nothing where the page shows the result itself. */
  said?: string | ((answer: Answer) => string);
  onDone?: (answer: Answer) => void;
  /** The caller closes it, because it shows the result in its place. */
  keepOpen?: boolean;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks for what an action needs, sends it, says what came of it. A refusal stays in the dialog until it is mended. */
export function FormDialog<Values extends object, Answer>({ title, okText, danger, intro, initial, width, send, said, onDone, keepOpen, onClose, children }: Props<Values, Answer>) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const sending = useSend(send, (answer) => {
    if (!keepOpen) onClose();
    if (said !== undefined) void message.success(typeof said === 'function' ? said(answer) : said);
    onDone?.(answer);
  });
  return (
    <Modal
      open title={title} okText={okText} cancelText={t('common.cancel')} okButtonProps={{ danger: danger ?? false, autoFocus: !children }} confirmLoading={sending.isPending}
      onCancel={onClose} onOk={form.submit} destroyOnHidden {...(width ? { width } : {})}
    >
      {intro && <div className="dialog-intro">{intro}</div>}
      <Form<Values> form={form} name="dialog" layout="vertical" initialValues={initial as Values} onFinish={(values) => !sending.isPending && sending.mutate(values)} scrollToFirstError={{ focus: true }}>{children}</Form>
      {sending.error && <ProblemAlert error={sending.error} />}
    </Modal>
  );
}
