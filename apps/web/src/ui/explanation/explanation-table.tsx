import { useTranslation } from 'react-i18next';
import type { RuleExplanation } from '#domain';
import { ExplanationLine } from './explanation-line.js';
import { explanationRows } from './explanation-rows.js';
import './explanation.css';

/** Why a verdict is what it is, condition by condition: what is required, what is there, what follows. */
export function ExplanationTable({ explanation }: { explanation: RuleExplanation }) {
  const { t } = useTranslation();
  const rows = explanationRows(explanation);
  const sourced = rows.some((row) => row.kind === 'leaf' && row.leaf.kind === 'leaf' && (row.leaf.source ?? row.leaf.asOf) !== null);
  const columns = ['condition', 'required', 'actual', 'result', ...(sourced ? (['source'] as const) : [])] as const;
  return (
    <table className="explanation">
      <thead>
        <tr>{columns.map((key) => <th key={key} scope="col">{t(`explanation.${key}`)}</th>)}</tr>
      </thead>
      <tbody>{rows.map((row) => <ExplanationLine key={row.key} row={row} sourced={sourced} />)}</tbody>
    </table>
  );
}
