import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/use-language.js';
import { StatusTag } from '../../../ui/status-tag.js';
import { factLabel } from './fact-text.js';
import { comparisons } from './matrix-rows.js';

/** 部门比对: what the registers of other departments said. */
export function ComparisonRows({ facts }: { facts: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const compared = comparisons.filter((name) => typeof facts[name] === 'boolean');
  return (
    <>
      <tr className="group-row"><th scope="rowgroup" colSpan={6}>{t('cases.matrix.comparison')}{compared.length === 0 && `：${t('cases.matrix.notCompared')}`}</th></tr>
      {compared.map((name) => (
        <tr key={name}>
          <th scope="row" colSpan={2}>{factLabel('household', name, language)}</th>
          <td colSpan={4}>{facts[name] === true ? <StatusTag tone="warning" mark="!">{t('common.yes')}</StatusTag> : t('common.no')}</td>
        </tr>
      ))}
    </>
  );
}
