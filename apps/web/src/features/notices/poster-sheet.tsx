import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../i18n/use-language.js';
import type { NoticeSheet, Poster } from './notices.api.js';

/** The public notice on paper, with all that were posted together. What the county has not entered is left blank to be filled in by hand or stamp. */
export function PosterSheet({ poster, sheet }: { poster: Poster; sheet: NoticeSheet }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const unit = t(poster.unit === 'working' ? 'cases.notice.working' : 'cases.notice.calendar');
  const period = poster.to === null ? t('notices.sheet.periodOpen', { from: poster.from, days: poster.days, unit }) : t('notices.sheet.period', { from: poster.from, to: poster.to, days: poster.days, unit });
  return (
    <article className="poster">
      <h1>{t('notices.sheet.title', { name: local(poster.title) })}</h1>
      {sheet.mongolian && sheet.layout !== 'chinese' && <div lang="mn-Mong" className={`mongolian-text ${sheet.layout === 'bilingual_vertical' ? 'vertical' : ''}`}>{sheet.mongolian}</div>}
      <p>{sheet.basis && t('notices.sheet.basis', { basis: sheet.basis })}{t('notices.sheet.intro')}</p>
      <table>
        <thead><tr><th>{t('notices.sheet.number')}</th><th>{t('notices.sheet.head')}</th><th>{t('notices.sheet.village')}</th><th>{t('notices.sheet.persons')}</th></tr></thead>
        <tbody>{sheet.rows.map((row, n) => <tr key={n}><td>{n + 1}</td><td>{row.name}</td><td>{row.village}</td><td>{row.headCount ?? '—'}</td></tr>)}</tbody>
      </table>
      <p>{period}</p>
      <p>{t('notices.sheet.place', { place: poster.placeDetail ?? t(`cases.place.${poster.place ?? 'village'}`) })}</p>
      <p>{t('notices.sheet.objection')}</p>
      <p className="blank">{t('notices.sheet.phone')}{sheet.telephone ?? <span />}</p>
      <p className="blank">{t('notices.sheet.unit')}{sheet.issuer ?? <span />}</p>
      <p className="poster-date">{poster.from}</p>
    </article>
  );
}
