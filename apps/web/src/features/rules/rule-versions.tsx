import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../i18n/format.js';
import { useLocalText } from '../../i18n/use-language.js';
import { QueryState } from '../../ui/query-state.js';
import { ruleVersionsQuery } from './rules.api.js';

/** All versions of a rule, newest first, with the dates between which each is in force. */
export function RuleVersions({ code }: { code: string }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const query = useQuery(ruleVersionsQuery(code));
  return (
    <QueryState query={query}>
      {(versions) => (
        <ol className="rule-versions">
          {versions.map((version) => (
            <li key={version.id}>
              <div>{t('rules.inForce', { version: version.version, from: version.effectiveFrom, to: version.effectiveTo ?? '—' })} <span className="secondary">{t('rules.published', { time: formatMoment(version.publishedAt) })}</span></div>
              <div>{local(version.sentence)}</div>
            </li>
          ))}
        </ol>
      )}
    </QueryState>
  );
}
