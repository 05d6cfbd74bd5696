import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../../i18n/use-language.js';
import { BigButton, Card } from '../../ui/index.js';
import type { FieldCase } from '../cases/field-case.js';
import { posterFile } from './poster-file.js';

/** All that a public notice may show. There is no place in it for a document number, a telephone, an account or an illness. */
export interface PosterData {
  readonly name: string;
  readonly village: string;
  readonly headCount: number;
}

/** The poster with print and download. */
export function Poster({ kase, data }: { kase: FieldCase; data: PosterData }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const { notice, pack } = kase;
  const period = !notice ? t('field.notices.periodUnknown') : notice.closesOn === undefined ? t('field.notices.periodOpen', { from: notice.openedOn }) : t('field.notices.period', { from: notice.openedOn, to: notice.closesOn });
  const rows = [
    [t('field.notices.posterName'), data.name], [t('field.notices.posterVillage'), data.village], [t('field.notices.posterCount'), t('field.notices.posterPersons', { count: data.headCount })], [t('field.notices.posterPeriod'), period],
  ] as const;
  const body = t('field.notices.posterBody', { pack: local(pack.name) });
  const download = () => posterFile({ head: t('field.notices.posterHead'), body, rows, foot: t('field.notices.posterObject') }, t('field.notices.fileName', { name: data.name }));
  return (
    <Card title={t('field.notices.poster')}>
      <div className="poster" data-testid="poster">
        <h3>{t('field.notices.posterHead')}</h3>
        <p>{body}</p>
        <table><tbody>{rows.map(([name, value]) => <tr key={name}><th scope="row">{name}</th><td>{value}</td></tr>)}</tbody></table>
        <p>{t('field.notices.posterObject')}</p>
      </div>
      <p className="small">{t('field.notices.privacy')}</p>
      <div className="notice-buttons">
        <BigButton kind="plain" onClick={() => print()} data-testid="poster-print">{t('field.notices.print')}</BigButton>
        <BigButton kind="plain" onClick={download} data-testid="poster-download">{t('field.notices.download')}</BigButton>
      </div>
    </Card>
  );
}
