import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../i18n/use-language.js';
import { VerdictTag } from '../verdict-tag.js';
import type { ExplanationRow } from './explanation-rows.js';
import { LeafCells } from './leaf-cells.js';

const indent = (depth: number): CSSProperties => ({ paddingLeft: 12 + depth * 20 });

/** One line of the explanation: a condition, the head of a group of conditions, or one person among several. */
export function ExplanationLine({ row, sourced }: { row: ExplanationRow; sourced: boolean }) {
  const { t } = useTranslation();
  const local = useLocalText();
  if (row.kind === 'leaf') {
    return (
      <tr className={`leaf ${row.leaf.result} ${row.decisive ? 'decisive' : ''}`} data-result={row.leaf.result}>
        <th scope="row" style={indent(row.depth)}>{local(row.leaf.kind === 'leaf' ? row.leaf.label : row.leaf.sentence)}</th>
        <LeafCells leaf={row.leaf} sourced={sourced} />
      </tr>
    );
  }
  const text = row.kind === 'row' ? t('explanation.person', { number: row.number }) : t(`explanation.${row.not ? 'not_' : ''}${row.combinator}`);
  return <tr className="group"><th scope="row" colSpan={3} style={indent(row.depth)}>{text}</th><td><VerdictTag verdict={row.result} /></td>{sourced && <td />}</tr>;
}
