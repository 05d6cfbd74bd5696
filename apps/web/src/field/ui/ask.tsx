import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BigButton } from './big-button.js';
import { Sheet } from './sheet.js';

interface Props {
  open: boolean;
  /** The question, such as 放弃这条草稿？ */
  title: string;
  /** What follows from it. */
  body: ReactNode;
  /** The verb of what is done. */
  confirm: string;
  danger?: boolean;
  /** Not yet answered for: a reason is missing. */
  disabled?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that does not come back. */
export function Ask({ open, title, body, confirm, danger = false, disabled, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  const footer = (
    <>
      <BigButton kind="plain" onClick={onClose} data-testid="ask-no">{t('field.ui.lookAgain')}</BigButton>
      <BigButton kind={danger ? 'danger' : 'primary'} disabled={disabled} onClick={onConfirm} data-testid="ask-yes">{confirm}</BigButton>
    </>
  );
  return <Sheet open={open} title={title} onClose={onClose} footer={footer}>{typeof body === 'string' ? <p>{body}</p> : body}</Sheet>;
}
