import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/page.js';
import { QueryState } from '../../../ui/query-state.js';
import { PrintButtons } from '../../prints/print-buttons.js';
import { noticeQuery } from './findings.api.js';
import './findings.css';

/** 问题整改通知书, for paper. */
export function NoticePage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/office/findings/$id/notice' });
  const query = useQuery(noticeQuery(id));
  return (
    <Page title={t('findings.notice.title')} path={<span className="no-print"><Link to="/findings/$id" params={{ id }}>{t('findings.notice.back')}</Link></span>} extra={<span className="notice-tools no-print"><Button type="primary" size="small" onClick={() => window.print()}>{t('common.print')}</Button><PrintButtons sheet="findings" id={id} name={t('prints.rectification')} /></span>}>
      <QueryState query={query} rows={8}>
        {(notice) => (
          <article className="notice-sheet" lang="zh-CN">
            <h1>{notice.heading}</h1>
            <p className="plain notice-number">{notice.number}</p>
            <p className="plain">{notice.addressee}：</p>
            <p>{notice.opening}</p>
            <p>{t('findings.notice.problem')}{notice.title}</p>
            <p className="finding-text">{t('findings.notice.facts')}{notice.facts}</p>
            <p className="finding-text">{t('findings.notice.basis')}{notice.basis}</p>
            {notice.requirements && <p className="finding-text">{t('findings.notice.requirements')}{notice.requirements}</p>}
            <p>{notice.closing}</p>
            <p className="plain notice-end">{notice.issuer}<br />{notice.issuedOn}</p>
            {notice.annex.length > 0 && (
              <table aria-label={t('findings.notice.annex')}>
                <caption>{t('findings.notice.annex')}</caption>
                <thead><tr><th>{t('findings.notice.ordinal')}</th><th>{t('findings.what')}</th><th>{t('checks.hit.values')}</th></tr></thead>
                <tbody>{notice.annex.map((row) => <tr key={row.ordinal}><td>{row.ordinal}</td><td>{row.label}</td><td>{row.values.map(({ label, text }) => `${label}：${text}`).join('；')}</td></tr>)}</tbody>
              </table>
            )}
          </article>
        )}
      </QueryState>
    </Page>
  );
}
