import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explanationRows } from '../../../ui/explanation/explanation-rows.js';
import { BigButton, Card } from '../../ui/index.js';
import { ExplainList, VerdictTag } from './explain-list.js';
import type { Shown } from './use-judged.js';

/** 距退出还差什么: judged on the phone by the rules of the pack, what was done here included. */
export function ExitCard({ shown: { judged } }: { shown: Shown }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (!judged.exit) return judged.year === null ? <Card title={t('field.households.exit.title')} data-testid="exit"><p>{t('field.households.exit.noYear')}</p></Card> : null;
  const year = judged.year ?? 0;
  const leaves = explanationRows(judged.exit).flatMap((row) => (row.kind === 'leaf' && row.depth === 0 ? [row.leaf] : []));
  const open = leaves.filter(({ result }) => result !== 'met').length;
  return (
    <Card title={t('field.households.exit.title')} extra={<VerdictTag verdict={judged.exit.verdict} />} data-testid="exit">
      <p data-testid="exit-verdict" data-verdict={judged.exit.verdict}>{open === 0 ? t('field.households.exit.ready', { year }) : t('field.households.exit.lacking', { year, open, all: leaves.length })}</p>
      <ExplainList explanation={judged.exit} openOnly={!all} />
      <BigButton kind="plain" small onClick={() => setAll(!all)} data-testid="exit-all">{t(all ? 'field.households.exit.openOnly' : 'field.households.exit.all')}</BigButton>
    </Card>
  );
}
