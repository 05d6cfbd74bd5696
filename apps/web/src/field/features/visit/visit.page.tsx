import { useTranslation } from 'react-i18next';
import { ChooseHousehold } from '../new/choose-household.js';
import { OnThisPhone } from '../new/on-this-phone.js';
import { lastVisit } from './form/last-visit.js';
import { newVisit } from './form/visit-form.js';
import { activeMembers } from './members.js';
import { VisitScreen } from './visit-screen.js';
import { useFieldSearch } from '../new/go.js';

/** 记走访: of the household in the address, or of one that is chosen first. */
export function VisitPage() {
  const { t } = useTranslation();
  const { hh } = useFieldSearch();
  if (!hh) return <ChooseHousehold title={t('field.visit.title')} to="/visits/new" />;
  return (
    <OnThisPhone id={hh} title={t('field.visit.title')}>
      {(household) => {
        const last = lastVisit(household);
        const begin = () => newVisit(last, activeMembers(household).map(({ id }) => id));
        return <VisitScreen key={household.id} household={household} last={last} draftKey={`visit:${household.id}`} begin={begin} correcting={null} />;
      }}
    </OnThisPhone>
  );
}
