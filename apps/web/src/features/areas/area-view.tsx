import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import { AsOf } from '../../ui/as-of.js';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import type { AreaLevel } from './area-level.js';
import { AreaRules } from './area-rules.js';
import { BehindProvider } from './behind.js';
import { Figures } from './figures.js';
import { Formulas } from './formulas.js';
import type { AreaVerdicts } from './areas.api.js';
import { RecordCard } from './record/record-card.js';
import { VillageExitCard } from './village-exit-card.js';
import './areas.css';

interface Props {
  level: AreaLevel;
  title: string;
  path: string | undefined;
  query: UseQueryResult<AreaVerdicts>;
  onYear: (year: number) => void;
}

/** The same page for a village and a county: formula, figures, conditions. Every number opens to what is behind it. */
export function AreaView({ level, title, path, query, onYear }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const area = query.data;
  const years = area && <Select aria-label={t('areas.yearChoice')} value={area.year} options={[...area.years].sort((a, b) => b - a).map((value) => ({ value, label: t('areas.year', { year: value }) }))} onChange={onYear} popupMatchSelectWidth={false} />;
  return (
    <Page title={title} path={path} extra={<>{area && <AsOf at={area.freshness.asOf} pending={area.freshness.pending} />}{years}</>}>
      <QueryState query={query} rows={8}>
        {(found) => (
          <BehindProvider level={level} code={found.code} year={found.year}>
            {found.freshness.parked && <Alert type="error" showIcon title={t('areas.parked')} description={found.freshness.parked.message} />}
            <Formulas level={level} area={found} />
            <Figures level={level} area={found} />
            <RecordCard level={level} area={found} />
            {level === 'village' && may(Permission.CaseRead) && <VillageExitCard code={found.code} />}
            <AreaRules area={found} level={level} />
          </BehindProvider>
        )}
      </QueryState>
    </Page>
  );
}
