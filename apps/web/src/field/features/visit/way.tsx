import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeLabel, visitWays, type VisitWay } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import type { PackHousehold } from '../../store/types.js';
import { Card, Chips } from '../../ui/index.js';
import type { VisitForm, SetForm } from './form/visit-form.js';
import { activeMembers } from './members.js';
import { NotHome } from './not-home.js';

interface Props {
  household: PackHousehold;
  form: VisitForm;
  draftKey: string;
  correcting: string | null;
  set: SetForm;
}

/** How the visit was made and whom one met. 不在家 asks for the reason and ends it. */
export function Way({ household, form, draftKey, correcting, set }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [nobody, setNobody] = useState(false);
  const ways = visitWays.filter((way) => correcting === null || way !== 'NOT_HOME').map((way) => ({ value: way, text: codeLabel('visitWay', way, language) }));
  const choose = (way: VisitWay) => (way === 'NOT_HOME' ? setNobody(true) : set((now) => ({ ...now, way })));
  return (
    <Card title={t('field.visit.way')}>
      <Chips label={t('field.visit.way')} options={ways} value={form.way} onChange={choose} testid="way" />
      <Chips label={t('field.visit.met')} shown multiple options={activeMembers(household).map(({ id, name }) => ({ value: id, text: name }))} value={form.met} onChange={(met) => set((now) => ({ ...now, met }))} testid="met" />
      <NotHome open={nobody} onClose={() => setNobody(false)} {...{ household, form, draftKey }} />
    </Card>
  );
}
