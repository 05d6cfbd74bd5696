import { Link } from '@tanstack/react-router';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { ShortDivisionName } from '../../../ui/division-name.js';
import type { Check, CheckResult, CheckRun } from './checks.api.js';
import { MissingWords } from './missing-words.js';
import { SeverityTag } from './severity-tag.js';

const missingOf = ({ missing }: CheckResult) => ({
  registers: missing.filter(({ kind }) => kind === 'register').map(({ name, counties }) => ({ name, counties: counties?.length ?? 0 })), unset: missing.filter(({ kind }) => kind === 'parameter').length,
});

/** A zero where something was missing is no zero. */
function HitCount({ result }: { result: CheckResult }) {
  const { t } = useTranslation();
  if (result.failure) return <span className="missing">{t('checks.notRun')}</span>;
  return result.hits === 0 && result.missing.length > 0 ? <span className="missing">{t('checks.notComplete')}</span> : <strong>{formatCount(result.hits)}</strong>;
}

function Children({ result }: { result: CheckResult }) {
  const { t } = useTranslation();
  if (result.children.length === 0) return <span className="secondary">{t('checks.noChildren')}</span>;
  return (
    <table className="matrix child-counts">
      <thead><tr><th>{t('checks.run.where')}</th><th className="number">{t('checks.column.open')}</th><th className="number">{t('checks.column.new')}</th><th className="number">{t('checks.column.gone')}</th><th className="number">{t('checks.column.unproven')}</th></tr></thead>
      <tbody>
        {result.children.map((child) => (
          <tr key={child.division}>
            <td><Link to="/audit/checks/$code" params={{ code: result.code }} search={{ division: child.division }}><ShortDivisionName code={child.division} /></Link></td>
            <td className="number">{formatCount(child.hits)}</td><td className="number">{formatCount(child.newHits)}</td><td className="number">{formatCount(child.goneHits)}</td><td className="number">{formatCount(child.unproven)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Per check what was found, what is new and gone against the run before, and what was missing; by child division below. */
export function RunResults({ run, checks }: { run: CheckRun; checks: readonly Check[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const byCode = new Map(checks.map((check) => [check.code, check]));
  const order = (result: CheckResult) => (result.hits > 0 ? 0 : result.failure || result.missing.length > 0 ? 1 : 2);
  const results = [...run.results].sort((left, right) => order(left) - order(right) || left.code.localeCompare(right.code));
  return (
    <div className="data-table">
      <Table<CheckResult>
        aria-label={t('checks.results')} size="middle" rowKey="code" dataSource={results} pagination={false}
        expandable={{ expandedRowRender: (result) => <Children result={result} />, rowExpandable: (result) => result.children.length > 0 }}
        columns={[
          { title: t('checks.column.code'), dataIndex: 'code', width: 64 },
          {
            title: t('checks.column.name'),
            render: (_, result) => <><Link to="/audit/checks/$code" params={{ code: result.code }} search={{ division: run.division }}>{byCode.get(result.code)?.name[language] ?? result.code}</Link><div><MissingWords {...missingOf(result)} />{result.failure && <span className="missing">{result.failure}</span>}</div></>,
          },
          { title: t('checks.column.severity'), width: 84, render: (_, result) => <SeverityTag severity={byCode.get(result.code)?.severity ?? 'W'} /> },
          { title: t('checks.column.open'), align: 'right', width: 110, render: (_, result) => <HitCount result={result} /> },
          { title: t('checks.column.new'), align: 'right', width: 72, render: (_, result) => formatCount(result.newHits) },
          { title: t('checks.column.gone'), align: 'right', width: 72, render: (_, result) => formatCount(result.goneHits) },
          { title: t('checks.column.unproven'), align: 'right', width: 92, render: (_, result) => formatCount(result.unproven) },
        ]}
      />
    </div>
  );
}
