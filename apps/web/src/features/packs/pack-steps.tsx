import { useTranslation } from 'react-i18next';
import { roleTable, type Pack, type PackStep } from '#domain';
import { useLanguage, useLocalText } from '../../i18n/use-language.js';
import { usePostName } from './use-post-name.js';

/** Who does each step, which papers it needs, how long it hangs or may take; what no document sets says so. */
export function PackSteps({ pack }: { pack: Pack }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const language = useLanguage();
  const postName = usePostName();
  const papers = (step: PackStep) => step.evidence.map(({ name, required, source }) => `${local(name)}${required ? `（${t('packs.required')}${source ? `，${source}` : ''}）` : ''}`).join('；') || '—';
  const share = (part: { numerator: number; denominator: number } | null | undefined) => (part ? `${part.numerator}/${part.denominator}` : t('common.notSet'));
  const terms = (step: PackStep) => [
    step.notice && t('packs.notice', { place: t(`packs.place.${step.notice.place}`), days: step.notice.daysParameter.name, unit: t(`packs.${step.notice.unit}`), start: t(step.notice.startDayCounts ? 'packs.startCounts' : 'packs.startNot') }),
    step.review && t('packs.review', { attendance: share(step.review.attendance), approval: share(step.review.approval) }),
    step.deadline && t('packs.deadline', { name: step.deadline.name }),
    step.decides && t('packs.decides'),
  ].filter(Boolean).join('；') || '—';
  return (
    <table className="matrix">
      <thead><tr>{(['step', 'hands', 'papers', 'terms', 'returns', 'copies'] as const).map((key) => <th key={key} scope="col">{t(`packs.${key}`)}</th>)}</tr></thead>
      <tbody>
        {pack.steps.map((step, index) => (
          <tr key={step.code}>
            <th scope="row">{index + 1}. {local(step.name)}</th>
            <td>{step.hands.map(({ role }) => roleTable[role][language]).join('、')}</td>
            <td>{papers(step)}</td>
            <td>{terms(step)}</td>
            <td>{step.returnTo.map((code) => local(pack.steps.find((other) => other.code === code)?.name)).join('、') || '—'}</td>
            <td>{(step.copies ?? []).map(postName).join('、') || '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
