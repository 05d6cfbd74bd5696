import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.js';
import { Card } from '../../../ui/card.js';
import { FactList } from '../../../ui/fact-list.js';
import type { Comparison } from './comparisons.api.js';

/** Lines that name nobody of ours are only counted: who they are is none of our business. */
export function Unmatched({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const parts = ['notOurs', 'tooCommon', 'unusable'] as const;
  return (
    <Card>
      <FactList entries={parts.map((key) => ({ key, label: t(`comparisons.count.${key}`), value: comparison[key] === null ? null : formatCount(comparison[key]) }))} />
      <p className="secondary">{t('comparisons.unmatchedHint')}</p>
    </Card>
  );
}
