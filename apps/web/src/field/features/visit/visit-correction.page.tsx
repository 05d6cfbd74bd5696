import { useTranslation } from 'react-i18next';
import { parseCaseId } from '#domain';
import { Empty, FieldPage } from '../../ui/index.js';
import { OnThisPhone } from '../new/on-this-phone.js';
import { visitToCorrect } from './form/last-visit.js';
import { correctionOf } from './form/visit-form.js';
import { VisitScreen } from './visit-screen.js';
import { useFieldSearch } from '../new/go.js';

/** 更正走访: a new record that replaces what an earlier one says; the earlier one stays in the history. */
export function VisitCorrectionPage() {
  const { t } = useTranslation();
  const { hh, of } = useFieldSearch();
  return (
    <OnThisPhone id={hh ?? ''} title={t('field.visit.correctTitle')}>
      {(household) => {
        const found = visitToCorrect(household, parseCaseId(of ?? '')?.id ?? of ?? '');
        if (!found) return <FieldPage title={t('field.visit.correctTitle')} back><Empty>{t('field.visit.noSuchVisit')}</Empty></FieldPage>;
        const begin = () => correctionOf(found.visit, found.before);
        return <VisitScreen key={found.visit.id} household={household} last={found.before} draftKey={`visit:${household.id}:${found.visit.id}`} begin={begin} correcting={found.visit.id} />;
      }}
    </OnThisPhone>
  );
}
