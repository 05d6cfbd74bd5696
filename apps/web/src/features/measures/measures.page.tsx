import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MEASURE_KINDS, MEASURE_LEVELS, measureKindNames } from '#domain';
import { useLanguage, useLocalText } from '../../i18n/use-language.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { ListPage } from '../help/parts/list-page.js';
import type { MeasureSummary } from '../help/parts/use-names.js';
import { Amounts } from './amounts.js';
import type { MeasureFilters } from './measure-search.js';
import { measureListQuery } from './measures.api.js';

/** The catalogue of measures: for whom, by which rule, how much, and what is not set. */
export function MeasuresPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const local = useLocalText();
  const { cursor, page, ...filters } = useSearch({ from: '/office/measures' });
  const navigate = useNavigate();
  const go = (search: MeasureFilters & KeysetPlace) => void navigate({ to: '/measures', search });
  return (
    <ListPage<MeasureSummary>
      title={t('help.measures.title')} intro={<p className="page-intro">{t('help.measures.hint')}</p>} filters={{ ...filters }} place={{ cursor, page }} onGo={go} empty={t('help.measures.none')}
      query={useQuery(measureListQuery({ ...filters, cursor, limit: 50 }))} rowKey={(row) => row.code}
      fields={[
        { kind: 'text', key: 'text', label: t('help.measures.text') },
        { kind: 'select', key: 'kind', label: t('help.measures.kind'), options: MEASURE_KINDS.map((value) => ({ value, label: measureKindNames[value][language] })) },
        { kind: 'select', key: 'level', label: t('help.measures.level'), options: MEASURE_LEVELS.map((value) => ({ value, label: t(`help.measures.levels.${value}`) })) },
      ]}
      columns={[
        { title: t('help.measure'), render: (_, row) => <><Link to="/measures/$code" params={{ code: row.code }}><strong>{local(row.name)}</strong></Link><div className="secondary">{row.code}</div></> },
        { title: t('help.measures.kind'), render: (_, row) => <span className="nowrap">{local(row.kindName)}</span> },
        { title: t('help.measures.level'), render: (_, row) => <span className="nowrap">{t(`help.measures.levels.${row.level}`)}</span> },
        { title: t('help.measures.rule'), render: (_, row) => <div className="measure-sentence">{row.notSet.includes('eligibility') ? <span className="not-set">{t('common.notSet')}</span> : local(row.sentence)}</div> },
        { title: t('help.measures.amount'), render: (_, row) => <Amounts amount={row.amount} /> },
        { title: t('help.measures.notSetCount'), align: 'right', render: (_, row) => (row.notSet.length === 0 ? '—' : <span className="not-set">{t('help.measures.items', { count: row.notSet.length })}</span>) },
      ]}
    />
  );
}
