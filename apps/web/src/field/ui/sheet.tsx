import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { CloseIcon } from './icons.js';
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

/** How many sheets are open: what lies behind them does not move meanwhile. */
let opened = 0;
function hold(change: 1 | -1): void {
  opened += change;
  document.documentElement.classList.toggle('behind-sheet', opened > 0);
}

/** A sheet from below. The keyboard stays inside while it is open, and returns to where it was. Its content is made anew each time. */
export function Sheet(props: Props) {
  return props.open ? createPortal(<OpenSheet {...props} />, document.body) : null;
}

function OpenSheet({ open: _, title, onClose, footer, children, ...rest }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const inside = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    inside.current?.focus();
    hold(1);
    return () => {
      hold(-1);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
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
    <div className="sheet-place">
      <div className="sheet-mask" aria-hidden="true" onClick={onClose} />
      <div ref={inside} className="sheet" role="dialog" aria-modal="true" aria-labelledby={id} tabIndex={-1} onKeyDown={onKeyDown} {...rest}>
        <div className="sheet-head">
          <h2 id={id}>{title}</h2>
          <button type="button" className="sheet-close" aria-label={t('field.ui.close')} data-testid="sheet-close" onClick={onClose}><CloseIcon aria-hidden="true" /></button>
        </div>
        <div className="sheet-content">{children}</div>
        {footer && <div className="sheet-footer">{footer}</div>}
      </div>
    </div>
  );
}
