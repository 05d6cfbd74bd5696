import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../i18n/format.js';
import { nextPlace, type KeysetPlace } from './keyset.js';

interface Props {
  count: number;
  nextCursor: string | null;
  place: KeysetPlace;
  onPlace: (place: KeysetPlace) => void;
  /** When the rows were read, by the clock of the server. */
  asOf?: string | null;
}

/** Forward page by page; back with the browser, or to the first page. Long lists are never counted for a page. */
export function KeysetPager({ count, nextCursor, place, onPlace, asOf }: Props) {
  const { t } = useTranslation();
  if (count === 0 && !place.cursor) return null;
  return (
    <nav className="keyset-pager no-print" aria-label={t('common.pageOf', { page: place.page ?? 1 })}>
      {asOf && <span className="rows-as-of">{t('common.asOf', { time: formatMoment(asOf) })}</span>}
      <span>{t('common.pageOf', { page: place.page ?? 1 })}</span>
      <span>{t('common.rowsShown', { count })}</span>
      {place.cursor && <Button size="small" onClick={() => onPlace({})}>{t('common.firstPage')}</Button>}
      <Button size="small" disabled={nextCursor === null} onClick={() => nextCursor !== null && onPlace(nextPlace(place, nextCursor))}>{t('common.nextPage')}</Button>
    </nav>
  );
}
