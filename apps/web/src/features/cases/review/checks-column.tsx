import { useTranslation } from 'react-i18next';
import { VERDICTS } from '#domain';
import { Card } from '../../../ui/card.js';
import { ExplanationList } from '../../../ui/explanation/explanation-list.js';
import { readExplanation } from '../../../ui/explanation/read-explanation.js';
import { StatusTag } from '../../../ui/status-tag.js';
import { meaningOf, VerdictMeaningContext } from '../../../ui/verdict-meaning.js';
import { VerdictTag } from '../../../ui/verdict-tag.js';
import type { CaseDetail, CaseRule } from '../cases.api.js';
import { proceduralChecks } from './procedural-checks.js';
import { useCheckText } from './use-check-text.js';
import { useRuleName } from './use-rule-name.js';

const looks = { pass: { tone: 'success', mark: '✓' }, fail: { tone: 'error', mark: '✗' }, wait: { tone: 'info', mark: '◷' } } as const;

function RuleChecks({ rule }: { rule: CaseRule }) {
  const explanation = readExplanation(rule.explanation);
  const name = useRuleName(rule.rule);
  const verdict = VERDICTS.find((known) => known === rule.verdict);
  return (
    <VerdictMeaningContext value={meaningOf(rule.rule)}>
      <section>
        <h3 className="check-name">{name}{verdict && <VerdictTag verdict={verdict} />}</h3>
        {explanation && <ExplanationList explanation={explanation} />}
      </section>
    </VerdictMeaningContext>
  );
}

/** What the system has checked by itself: the rules of the procedure, and its course. */
export function ChecksColumn({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  const checkText = useCheckText();
  const procedural = proceduralChecks(detail);
  return (
    <Card title={t('cases.checks.title')} className="check-groups">
      {detail.verified?.rules.map((rule) => <RuleChecks key={rule.rule} rule={rule} />)}
      {(detail.verified?.rules.length ?? 0) === 0 && <p className="secondary">{t('cases.checks.none')}</p>}
      <h3>{t('cases.checks.course')}</h3>
      <ul className="checks">
        {procedural.map((check, index) => (
          <li key={`${check.key}${index}`} className="check-name">
            <span>{checkText(check)}</span>
            <StatusTag {...looks[check.state]}>{t(`cases.checks.${check.state}`)}</StatusTag>
          </li>
        ))}
      </ul>
    </Card>
  );
}
