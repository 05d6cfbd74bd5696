import { useTranslation } from 'react-i18next';
import { assuranceItems, codeLabel, itemsToLookAt } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import type { PackHousehold } from '../../store/types.js';
import { BigButton, Card, StatusTag, Strip, TriState } from '../../ui/index.js';
import { openItems } from './form/check-visit.js';
import type { LastVisit } from './form/last-visit.js';
import { answered, sameAsLast, type VisitForm, type SetForm } from './form/visit-form.js';
import { ItemDetail } from './item-detail.js';

interface Props {
  household: PackHousehold;
  last: LastVisit | null;
  form: VisitForm;
  set: SetForm;
}

/** 七项对照: one tap says that all is as last time; what is a problem is asked further. */
export function SevenItems({ household, last, form, set }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const open = openItems(form);
  const toLookAt = last ? itemsToLookAt(last.answers) : [];
  const noteOf = (item: string) => {
    const row = last?.answers.find((answer) => answer.item === item);
    return row && last ? t('field.visit.lastAnswer', { state: codeLabel('assuranceState', row.state, language), day: last.on }) : t('field.visit.noAnswer');
  };
  return (
    <Card title={t('field.visit.seven')} extra={<StatusTag tone={open.length === 0 ? 'success' : 'neutral'} mark={open.length === 0 ? '✓' : '○'}>{t('field.visit.answered', { done: 7 - open.length })}</StatusTag>}>
      {last && toLookAt.length < 7 && <BigButton kind="plain" onClick={() => set((now) => sameAsLast(now, last))} data-testid="same-as-last">{t('field.visit.sameAsLast')}</BigButton>}
      {last && toLookAt.length > 0 && <Strip kind="info">{t('field.visit.lookAtThese', { items: toLookAt.map((item) => codeLabel('assurance', item, language)).join(' · ') })}</Strip>}
      {assuranceItems.map((item) => {
        const answer = form.answers[item];
        return (
          <div key={item} id={`seven-${item}`} className="visit-item">
            <TriState label={codeLabel('assurance', item, language)} note={noteOf(item)} value={answer?.state ?? null} onChange={(state) => set((now) => answered(now, item, state))} testid={`seven-${item}`} />
            {answer?.carried && <p className="visit-carried">{t('field.visit.carried')}</p>}
            {answer && answer.state !== 'OK' && <ItemDetail household={household} item={item} note={answer.note} set={set} />}
          </div>
        );
      })}
    </Card>
  );
}
