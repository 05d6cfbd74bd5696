import { Popup } from 'antd-mobile';
import { CloseOutline } from 'antd-mobile-icons';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './sheet.css';

interface Props {
  open: boolean;
  title: string;
  onClose: () => void;
  /** Stays at the lower edge of the sheet. */
  footer?: ReactNode;
  children: ReactNode;
  'data-testid'?: string;
}

const focusable = 'button:not(:disabled), input, textarea, select, a[href], [tabindex="0"]';

/** A sheet from below. The keyboard stays inside while it is open, and returns to where it was. */
export function Sheet({ open, title, onClose, footer, children, ...rest }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const inside = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const before = document.activeElement;
    inside.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onClose();
    if (event.key !== 'Tab') return;
    const places = [...(inside.current?.querySelectorAll<HTMLElement>(focusable) ?? [])];
    const [first, last] = [places[0], places.at(-1)];
    const at = document.activeElement;
    const wraps = event.shiftKey ? at === first || at === inside.current : at === last;
    if (!wraps) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  };
  return (
    <Popup visible={open} onMaskClick={onClose} bodyClassName="sheet-body" destroyOnClose aria-hidden={!open}>
      <div ref={inside} className="sheet" role="dialog" aria-modal="true" aria-labelledby={id} tabIndex={-1} onKeyDown={onKeyDown} {...rest}>
        <div className="sheet-head">
          <h2 id={id}>{title}</h2>
          <button type="button" className="sheet-close" aria-label={t('field.ui.close')} data-testid="sheet-close" onClick={onClose}><CloseOutline aria-hidden="true" /></button>
        </div>
        <div className="sheet-content">{children}</div>
        {footer && <div className="sheet-footer">{footer}</div>}
      </div>
    </Popup>
  );
}
