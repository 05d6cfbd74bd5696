import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  title: string;
  /** Above the title: where one is. */
  path?: ReactNode;
  /** Right of the title: as of when, buttons. */
  extra?: ReactNode;
  children: ReactNode;
}

/** Head and body of every page; the title is also that of the browser tab. */
export function Page({ title, path, extra, children }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('common.app')}`;
  }, [title, t]);
  return (
    <>
      {path && <div className="path">{path}</div>}
      <div className="page-head"><h1>{title}</h1><span className="spacer" />{extra}</div>
      {children}
    </>
  );
}
