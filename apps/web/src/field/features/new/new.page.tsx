import { useTranslation } from 'react-i18next';
import { FieldPage } from '../../ui/index.js';
import { BeginRows } from './begin-rows.js';
import { useGo } from './go.js';

/** ＋ as a page of its own; the bar at the bottom shows the same rows as a sheet. */
export function NewPage() {
  const { t } = useTranslation();
  const go = useGo();
  return <FieldPage title={t('field.begin.title')} back="/"><BeginRows onGo={(to, search) => void go(to, search)} /></FieldPage>;
}
