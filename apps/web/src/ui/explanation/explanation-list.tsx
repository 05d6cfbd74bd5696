import { useTranslation } from 'react-i18next';
import type { LeafExplanation, RuleExplanation } from '#domain';
import { useLocalText } from '../../i18n/use-language.js';
import { VerdictTag } from '../verdict-tag.js';
import { explanationRows, type ExplanationRow } from './explanation-rows.js';
import './explanation.css';

/** A condition that is met by a plain yes needs no second line. */
function isPlainYes(leaf: LeafExplanation): boolean {
  return leaf.result === 'met' && typeof leaf.actual === 'boolean';
}

function Line({ row }: { row: ExplanationRow }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const style = { paddingLeft: row.depth * 12 };
  if (row.kind !== 'leaf') return <li style={style} className="secondary">{row.kind === 'row' ? t('explanation.person', { number: row.number }) : t(`explanation.${row.not ? 'not_' : ''}${row.combinator}`)}</li>;
  const { leaf } = row;
  const missing = leaf.missing.map((piece) => local(piece.meaning)).filter(Boolean);
  return (
    <li style={style} className={`check ${leaf.result}`} data-result={leaf.result}>
      <div className="check-name">{local(leaf.kind === 'leaf' ? leaf.label : leaf.sentence)}<VerdictTag verdict={leaf.result} /></div>
      {leaf.kind === 'leaf' && !isPlainYes(leaf) && <div className="secondary">{t('explanation.pair', { actual: local(leaf.actualText), required: local(leaf.requiredText) })}</div>}
      {missing.length > 0 && <div className="missing">{missing.join('；')}</div>}
    </li>
  );
}

interface Props {
  explanation: RuleExplanation;
  /** Leaves out the conditions that are met. */
  failedOnly?: boolean;
}

/** The explanation for a narrow column: one condition below the other. */
export function ExplanationList({ explanation, failedOnly }: Props) {
  const rows = explanationRows(explanation).filter((row) => !failedOnly || (row.kind === 'leaf' ? row.leaf.result !== 'met' : row.kind === 'group' && row.result !== 'met'));
  return <ul className="checks">{rows.map((row) => <Line key={row.key} row={row} />)}</ul>;
}
