import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { RuleCard } from './rule-card.js';
import { rulesQuery } from './rules.api.js';

/** Every rule in force, read out as a sentence with its document. */
export function RulesPage() {
  const { t } = useTranslation();
  const query = useQuery(rulesQuery);
  return (
    <Page title={t('rules.title')}>
      <p className="secondary">{t('rules.hint')}</p>
      <QueryState query={query} rows={10}>{(rules) => rules.map((rule) => <RuleCard key={rule.id} rule={rule} />)}</QueryState>
    </Page>
  );
}
