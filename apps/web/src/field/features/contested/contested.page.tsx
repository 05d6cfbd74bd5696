import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHousehold } from '../../store/index.js';
import { Empty, FieldPage, Strip, Wait } from '../../ui/index.js';
import { textOf } from '../households/row-values.js';
import { ContestedCard } from './contested-card.js';
import './contested.css';

/** Fields of a household that two people changed apart from each other: one card for each, and a person chooses. */
export function ContestedPage() {
  const { t } = useTranslation();
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const household = useHousehold(id);
  const rows = household?.rows.contested ?? [];
  return (
    <FieldPage title={t('field.contested.title', { name: textOf(household?.rows.households[0], 'headName') })} back={`/households/${id}`}>
      {household === undefined && <Wait />}
      {household !== undefined && rows.length === 0 && <Empty>{t('field.contested.none')}</Empty>}
      {rows.length > 0 && <Strip kind="info">{t('field.contested.intro')}</Strip>}
      {household && rows.map((row) => <ContestedCard key={textOf(row, 'id')} row={row} household={household} />)}
    </FieldPage>
  );
}
