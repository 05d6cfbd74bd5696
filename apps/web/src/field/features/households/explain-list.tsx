import { useTranslation } from 'react-i18next';
import type { LeafExplanation, RuleExplanation, Verdict } from '#domain';
import { useLocalText } from '../../../i18n/use-language.js';
import { explanationRows, type ExplanationRow } from '../../../ui/explanation/explanation-rows.js';
import { StatusTag, type Tone } from '../../ui/index.js';

const looks: Readonly<Record<Verdict, { tone: Tone; mark: string }>> = { met: { tone: 'success', mark: '✓' }, not_met: { tone: 'error', mark: '✗' }, unproven: { tone: 'warning', mark: '!' } };

/** 达标 · 不达标 · 缺证据; for what describes a situation 符合 · 不符合 · 缺证据. */
export function VerdictTag({ verdict, finding = false }: { verdict: Verdict; finding?: boolean }) {
  const { t } = useTranslation();
  return <StatusTag {...looks[verdict]}>{t(`common.${finding ? 'finding' : 'verdict'}.${verdict}`)}</StatusTag>;
}

const plainYes = (leaf: LeafExplanation): boolean => leaf.result === 'met' && typeof leaf.actual === 'boolean';

function Line({ row, finding }: { row: ExplanationRow; finding: boolean }) {
  const { t } = useTranslation();
  const local = useLocalText();
  if (row.kind !== 'leaf') return <li className={`reason group depth-${Math.min(row.depth, 3)}`}>{row.kind === 'row' ? t('explanation.person', { number: row.number }) : t(`explanation.${row.not ? 'not_' : ''}${row.combinator}`)}</li>;
  const { leaf } = row;
  const missing = leaf.missing.map((piece) => local(piece.meaning)).filter(Boolean);
  return (
    <li className={`reason depth-${Math.min(row.depth, 3)}`} data-result={leaf.result} data-fact={leaf.kind === 'leaf' ? leaf.fact : leaf.over}>
      <div className="reason-head"><span>{local(leaf.kind === 'leaf' ? leaf.label : leaf.sentence)}</span><VerdictTag verdict={leaf.result} finding={finding} /></div>
      {leaf.kind === 'leaf' && !plainYes(leaf) && <div className="small">{t('explanation.pair', { actual: local(leaf.actualText), required: local(leaf.requiredText) })}</div>}
      {missing.length > 0 && <div className="small reason-missing">{missing.join('；')}</div>}
    </li>
  );
}

interface Props {
  explanation: RuleExplanation;
  /** Leaves out what is met. */
  openOnly?: boolean;
  /** The rule says for whom something is, not what is good. */
  finding?: boolean;
}

/** Why a verdict is what it is, one condition below the other: what is, what is required, what is missing. */
export function ExplainList({ explanation, openOnly = false, finding = false }: Props) {
  const rows = explanationRows(explanation).filter((row) => !openOnly || (row.kind === 'leaf' ? row.leaf.result !== 'met' : row.result !== 'met'));
  return <ul className="reasons">{rows.map((row) => <Line key={row.key} row={row} finding={finding} />)}</ul>;
}
