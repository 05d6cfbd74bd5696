import { useTranslation } from 'react-i18next';
import { explanationRows } from '../../../ui/explanation/explanation-rows.js';
import { readExplanation } from '../../../ui/explanation/read-explanation.js';
import type { CaseDetail } from '../cases.api.js';

/** 巴特尔等 3 人 · 公示 5 天无异议 · 12 项核验通过. */
export function CaseSummary({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  const notice = detail.notices.filter((known) => known.state !== 'VOID').at(-1);
  const leaves = (detail.verified?.rules ?? []).flatMap((rule) => {
    const explanation = readExplanation(rule.explanation);
    return explanation ? explanationRows(explanation).flatMap((row) => (row.kind === 'leaf' ? [row.leaf.result] : [])) : [];
  });
  const passed = leaves.filter((result) => result === 'met').length;
  const parts = [
    detail.headCount === null ? detail.subjectName : t('cases.summary.persons', { name: detail.subjectName, count: detail.headCount }),
    notice && t(detail.objections.length === 0 ? 'cases.summary.noticed' : 'cases.summary.noticedObjections', { days: notice.daysElapsed, count: detail.objections.length }),
    leaves.length > 0 && t(passed === leaves.length ? 'cases.summary.checked' : 'cases.summary.partly', { passed, all: leaves.length }),
  ];
  return <p className="case-summary">{parts.filter(Boolean).join(' · ')}</p>;
}
