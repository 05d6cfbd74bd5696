import { useTranslation } from 'react-i18next';
import type { LeafExplanation, QuantifierExplanation } from '#domain';
import { useLocalText } from '../../i18n/use-language.js';
import { VerdictTag } from '../verdict-tag.js';

/** Required, actual, result and where it comes from. What is missing is said in words. */
export function LeafCells({ leaf, sourced }: { leaf: LeafExplanation | QuantifierExplanation; sourced: boolean }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const missing = leaf.missing.map((piece) => local(piece.meaning)).filter(Boolean);
  const counted = leaf.kind === 'quantifier' ? t('explanation.counted', { met: leaf.rows?.filter((row) => row.result === 'met').length ?? 0, all: leaf.rows?.length ?? 0 }) : '';
  const source = leaf.kind === 'leaf' ? [leaf.source, leaf.asOf].filter(Boolean).join(' · ') : '';
  return (
    <>
      <td>{leaf.kind === 'leaf' ? local(leaf.requiredText) : '—'}</td>
      <td className="actual">
        {leaf.kind === 'leaf' ? local(leaf.actualText) : leaf.rows ? counted : t('common.unknown')}
        {missing.length > 0 && <div className="missing">{missing.join('；')}</div>}
      </td>
      <td><VerdictTag verdict={leaf.result} /></td>
      {sourced && <td className="secondary">{source || '—'}</td>}
    </>
  );
}
