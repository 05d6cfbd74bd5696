import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHousehold } from '../../store/index.js';
import type { PackHousehold } from '../../store/types.js';
import { Empty, FieldPage, Wait } from '../../ui/index.js';

/** A form about a household, once its rows are there; otherwise says that they are not on this phone. */
export function OnThisPhone({ id, title, children }: { id: string; title: string; children: (household: PackHousehold) => ReactNode }) {
  const { t } = useTranslation();
  const household = useHousehold(id);
  if (household) return children(household);
  return <FieldPage title={title} back="/households">{household === null ? <Empty>{t('field.begin.notHere')}</Empty> : <Wait />}</FieldPage>;
}
