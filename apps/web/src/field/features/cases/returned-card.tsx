import { useTranslation } from 'react-i18next';
import { FACT_CATALOGUE, stepOf } from '#domain';
import { formatMoment } from '../../../i18n/format.js';
import { useLocalText } from '../../../i18n/use-language.js';
import { BigButton, Card, useGo } from '../../ui/index.js';
import type { FieldCase } from './field-case.js';
import { jumpTo } from './jump-to.js';
import { jumpOf } from './missing.js';
import type { CaseEvent } from './pack-case.js';

const STEP = 'step:';

/** Why a case came back, in red, and a way to everything that was pinned. */
export function ReturnedCard({ kase, returned }: { kase: FieldCase; returned: CaseEvent }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const goTo = useGo();
  const nameOf = (field: string): string => {
    if (field.startsWith(STEP)) return local(stepOf(kase.pack, field.slice(STEP.length))?.name) || field;
    const paper = kase.step?.evidence.find(({ kind }) => kind === field);
    return local(paper?.name ?? FACT_CATALOGUE.facts.household.get(field)?.label) || field;
  };
  const go = (field: string): void => {
    const paper = document.querySelector(`[data-testid="paper-${CSS.escape(field)}"]`);
    if (paper) return paper.scrollIntoView();
    if (field.startsWith(STEP)) return document.querySelector('.case-form')?.scrollIntoView();
    goTo(...jumpTo(jumpOf(field), kase.householdId));
  };
  return (
    <Card tone="error" data-testid="returned">
      <p className="case-red">{returned.opinion}</p>
      <p className="small">{t('field.cases.returnedBy', { by: returned.by, at: formatMoment(returned.at) })}</p>
      {returned.fields && returned.fields.length > 0 && (
        <><p className="small">{t('field.cases.returnedFields')}</p>
          <div className="case-pins">{returned.fields.map((field) => <BigButton key={field} small kind="plain" onClick={() => go(field)} data-testid={`pin-${field}`}>{nameOf(field)}</BigButton>)}</div></>
      )}
    </Card>
  );
}
