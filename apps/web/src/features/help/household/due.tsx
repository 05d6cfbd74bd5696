import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../../i18n/use-language.js';
import { AsOf } from '../../../ui/as-of.js';
import { QueryState } from '../../../ui/query-state.js';
import { StatusTag } from '../../../ui/status-tag.js';
import { VerdictTag } from '../../../ui/verdict-tag.js';
import { entitlementsQuery, type Entitlement } from '../help.api.js';

function DueLine({ one }: { one: Entitlement }) {
  const { t } = useTranslation();
  const local = useLocalText();
  return (
    <li>
      <Link to="/measures/$code" params={{ code: one.code }}>{local(one.name)}</Link>{one.memberName && <span className="secondary"> · {one.memberName}</span>}{' '}
      {one.verdict && <VerdictTag verdict={one.verdict} />} {one.improper && <StatusTag tone="error" mark="!">{t('help.gaps.kinds.IMPROPER')}</StatusTag>}
      {one.amount && one.amount.length > 0 && <div className="secondary">{one.amount.map((amount) => local(amount.text)).join('；')}</div>}
    </li>
  );
}

/** Due and not received first, then needs that nothing answers, then what is received; what may be had is folded away. */
export function Due({ householdId }: { householdId: string }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const query = useQuery(entitlementsQuery(householdId));
  const lines = (list: readonly Entitlement[]) => <ul className="due-list">{list.map((one) => <DueLine key={`${one.code} ${one.memberId}`} one={one} />)}</ul>;
  return (
    <section className="tab-section">
      <h3>{t('help.due.title')} {query.data && <AsOf at={query.data.freshness.asOf} pending={query.data.freshness.pending} />}</h3>
      <QueryState query={query}>
        {({ lacks, gets, mayGet, unanswered }) => (
          <div className="two-columns">
            <div>
              <h4>{t('help.due.lacks', { count: lacks.length })}</h4>
              {lacks.length === 0 ? <p className="secondary">{t('help.due.noLacks')}</p> : lines(lacks)}
              {unanswered.length > 0 && <><h4>{t('help.due.unanswered', { count: unanswered.length })}</h4><ul className="due-list">{unanswered.map((need) => <li key={need.code}>{local(need.name)}</li>)}</ul></>}
            </div>
            <div>
              <h4>{t('help.due.gets', { count: gets.length })}</h4>
              {gets.length === 0 ? <p className="secondary">{t('help.due.noGets')}</p> : lines(gets)}
              {mayGet.length > 0 && <details><summary>{t('help.due.mayGet', { count: mayGet.length })}</summary>{lines(mayGet)}</details>}
            </div>
          </div>
        )}
      </QueryState>
    </section>
  );
}
