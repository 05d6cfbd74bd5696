import { useTranslation } from 'react-i18next';
import { codeLabel } from '#domain';
import { formatAmount, formatMoment } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { DivisionName } from '../../../ui/division-name.js';
import { StatusTag } from '../../../ui/status-tag.js';
import { useFieldText } from '../../../ui/use-field-text.js';
import { compareStates, type ComparedLine, type ComparedPart, type HouseholdState } from './compare-states.js';

function useValue(): (line: ComparedLine, value: unknown) => React.ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const fieldText = useFieldText();
  return (line, value) => {
    if (value === null || value === undefined) return t('common.notRecorded');
    if (line.own === 'status') return codeLabel('householdStatus', value as string, language);
    if (line.own === 'village') return <DivisionName code={value as string} />;
    if (line.own === 'present') return t(value === true ? 'common.yes' : 'common.no');
    if (line.own === 'perCapita') return `${formatAmount(Number(value))} ${t('common.yuan')}`;
    return (line.field && fieldText(line.field, value)) ?? t('common.notRecorded');
  };
}

function Part({ part, all }: { part: ComparedPart; all: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const value = useValue();
  const lines = part.lines.filter((line) => all || line.differs);
  if (lines.length === 0) return null;
  return (
    <tbody>
      <tr><th scope="rowgroup" colSpan={4} className="compared-part">{t(`households.compare.part.${part.kind}`, { name: part.name, year: part.year ?? 0 })}</th></tr>
      {lines.map((line) => (
        <tr key={line.key} className={line.differs ? 'differs' : ''}>
          <th scope="row">{line.field ? line.field[language] : t(`households.compare.own.${line.own ?? 'status'}`)}</th>
          <td>{value(line, line.left)}</td><td>{value(line, line.right)}</td>
          <td>{line.differs && <StatusTag tone="warning" mark="≠">{t('households.compare.differs')}</StatusTag>}</td>
        </tr>
      ))}
    </tbody>
  );
}

/** Two states beside each other; a difference is a sign and a word, not only a colour. */
export function ComparedTable({ left, right, all }: { left: HouseholdState; right: HouseholdState; all: boolean }) {
  const { t } = useTranslation();
  const parts = compareStates(left, right);
  const differing = parts.reduce((sum, part) => sum + part.lines.filter((line) => line.differs).length, 0);
  return (
    <>
      <p role="status">{differing === 0 ? t('households.compare.same') : t('households.compare.count', { count: differing })}</p>
      {(differing > 0 || all) && (
        <table className="matrix compared">
          <thead><tr><th scope="col">{t('households.compare.item')}</th><th scope="col">{formatMoment(left.at)}</th><th scope="col">{formatMoment(right.at)}</th><th scope="col">{t('households.compare.result')}</th></tr></thead>
          {parts.map((part) => <Part key={part.key} part={part} all={all} />)}
        </table>
      )}
    </>
  );
}
