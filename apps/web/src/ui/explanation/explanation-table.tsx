import { useTranslation } from 'react-i18next';
import type { RuleExplanation } from '#domain';
import { ExplanationLine } from './explanation-line.js';
import { explanationRows } from './explanation-rows.js';
import './explanation.css';

/** Why a verdict is what it is, condition by condition: what is required, what is there, what follows. */
export function ExplanationTable({ explanation }: { explanation: RuleExplanation }) {
  const { t } = useTranslation();
  return (
    <table className="explanation">
      <thead>
        <tr>{(['condition', 'required', 'actual', 'result', 'source'] as const).map((key) => <th key={key} scope="col">{t(`explanation.${key}`)}</th>)}</tr>
      </thead>
      <tbody>{explanationRows(explanation).map((row) => <ExplanationLine key={row.key} row={row} />)}</tbody>
    </table>
  );
}
