import { useNavigate, useRouter } from '@tanstack/react-router';
import { useContext, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BarExtra } from './bar-extra.js';
import { LeftIcon } from './icons.js';
import './field-page.css';

interface Props {
  title: string;
  /** True: where one came from. A text: that path of the desk, when one came from nowhere. A function: what it does. */
  back?: boolean | string | (() => void);
  /** Buttons at the end of the bar. */
  actions?: ReactNode;
  /** Stays at the lower edge, under the thumb: the main button. */
  footer?: ReactNode;
  children: ReactNode;
}

/** A screen: bar with its name, contents, and the main button at the lower edge. */
export function FieldPage({ title, back, actions, footer, children }: Props) {
  const { t } = useTranslation();
  const { history } = useRouter();
  const navigate = useNavigate();
  const extra = useContext(BarExtra);
  useEffect(() => {
    document.title = `${title} · ${t('common.app')}`;
  }, [title, t]);
  const goBack = () => {
    if (typeof back === 'function') return back();
    if (history.canGoBack()) return history.back();
    void navigate({ to: typeof back === 'string' ? back : '/' });
  };
  return (
    <div className="field-page">
      <header className="page-bar">
        {back && <button type="button" className="page-back" aria-label={t('field.ui.back')} data-testid="back" onClick={goBack}><LeftIcon aria-hidden="true" /></button>}
        <h1>{title}</h1>
        <div className="page-actions">{actions}{extra}</div>
      </header>
      <div className="page-body">{children}</div>
      {footer && <div className="page-footer">{footer}</div>}
    </div>
  );
}
