import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explainHelpInPack, measureDocuments, type Entitlement, type HelpYears } from '#domain';
import { useLocalText } from '../../../i18n/use-language.js';
import { BigButton, StatusTag } from '../../ui/index.js';
import { ExplainList } from '../households/explain-list.js';
import { textOf } from '../households/row-values.js';
import type { Shown } from '../households/use-judged.js';
import { useMeasures } from './use-measure-names.js';
import './help.css';

/** One measure for the household or one person: what it is, how much, why, and which document says so. */
export function HelpLine({ item, shown, years }: { item: Entitlement; shown: Shown; years: HelpYears }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const measures = useMeasures();
  const [open, setOpen] = useState(false);
  const measure = measures.find(item.measure.code);
  const person = textOf(shown.rows.members.find((row) => row['id'] === item.memberId), 'name');
  const explanation = open ? explainHelpInPack(shown.pack, shown.id, { ...years, measure: item.measure.code, memberId: item.memberId }) : null;
  const sources = (measure as { sources?: readonly { document: string }[] } | undefined)?.sources ?? [];
  return (
    <li className="help-line" data-testid={`help-${item.measure.code}`} data-member={item.memberId ?? ''}>
      <div className="reason-head"><span>{measures.name(item.measure.code)}{person && ` · ${person}`}</span>{item.verdict === 'unproven' ? <StatusTag tone="warning" mark="!">{t('common.verdict.unproven')}</StatusTag> : <StatusTag tone="neutral">{measures.kind(item.measure.code)}</StatusTag>}</div>
      {measure?.amount && <p className="small">{measure.amount.map((amount) => local(amount.text)).join('；')}</p>}
      <BigButton kind="plain" small onClick={() => setOpen(!open)} data-testid={`why-${item.measure.code}`}>{t(open ? 'field.help.hide' : 'field.help.why')}</BigButton>
      {open && (explanation ? <ExplainList explanation={explanation} finding /> : <p className="small">{t('field.help.noRule')}</p>)}
      {open && sources.length > 0 && <p className="small">{t('field.help.sources', { sources: [...new Set(sources.map(({ document }) => local(measureDocuments[document]) || document))].join('、') })}</p>}
    </li>
  );
}
