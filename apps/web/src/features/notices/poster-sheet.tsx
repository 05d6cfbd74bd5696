import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../i18n/use-language.js';
import type { Poster } from './notices.api.js';

/** The public notice on paper. Telephone and unit are left blank for the county to fill in by hand or stamp. */
export function PosterSheet({ poster }: { poster: Poster }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const unit = t(poster.unit === 'working' ? 'cases.notice.working' : 'cases.notice.calendar');
  const period = poster.to === null ? t('notices.sheet.periodOpen', { from: poster.from, days: poster.days, unit }) : t('notices.sheet.period', { from: poster.from, to: poster.to, days: poster.days, unit });
  return (
    <article className="poster">
      <h1>{t('notices.sheet.title', { name: local(poster.title) })}</h1>
      <p>{t('notices.sheet.intro')}</p>
      <table>
        <thead><tr><th>{t('notices.sheet.number')}</th><th>{t('notices.sheet.head')}</th><th>{t('notices.sheet.village')}</th><th>{t('notices.sheet.persons')}</th></tr></thead>
        <tbody><tr><td>1</td><td>{poster.name}</td><td>{poster.village}</td><td>{poster.headCount ?? '—'}</td></tr></tbody>
      </table>
      <p>{period}</p>
      <p>{t('notices.sheet.place', { place: poster.placeDetail ?? t(`cases.place.${poster.place ?? 'village'}`) })}</p>
      <p>{t('notices.sheet.objection')}</p>
      <p className="blank">{t('notices.sheet.phone')}<span /></p>
      <p className="blank">{t('notices.sheet.unit')}<span /></p>
      <p className="poster-date">{poster.from}</p>
    </article>
  );
}
