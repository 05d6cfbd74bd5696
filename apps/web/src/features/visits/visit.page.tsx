import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { codeLabel } from '#domain';
import { formatMoment } from '../../i18n/format.js';
import { useLanguage } from '../../i18n/use-language.js';
import { Card } from '../../ui/card.js';
import { FactList } from '../../ui/fact-list.js';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { HouseholdLink } from '../help/parts/household-link.js';
import { VisitAnswers } from './visit-answers.js';
import { VisitPhotos } from './visit-photos.js';
import { visitQuery } from './visits.api.js';
import '../help/help.css';

/** Everything that a visit recorded; photographs only when asked for, because each look is recorded. */
export function VisitPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id } = useParams({ from: '/office/visits/$id' });
  const query = useQuery(visitQuery(id));
  const found = query.data;
  return (
    <Page title={found ? `${found.headName} ${found.visitedOn}` : t('teams.visits.title')} path={<Link to="/visits">{t('teams.visits.title')}</Link>}>
      <QueryState query={query} rows={8}>
        {(visit) => (
          <>
            {visit.replacedBy && <Alert type="warning" showIcon title={t('teams.visits.replaced')} action={<Link to="/visits/$id" params={{ id: visit.replacedBy }}>{t('teams.visits.latest')}</Link>} />}
            <div className="two-columns">
              <Card title={t('teams.visits.about')}>
                <FactList entries={[
                  { key: 'household', label: t('help.household'), value: <HouseholdLink id={visit.householdId} head={visit.headName} /> },
                  { key: 'village', label: t('help.village'), value: visit.villageName },
                  { key: 'way', label: t('teams.visits.way'), value: codeLabel('visitWay', visit.way, language) },
                  { key: 'types', label: t('teams.visits.types'), value: visit.types.map((type) => codeLabel('visitType', type, language)).join('、') },
                  { key: 'visitor', label: t('teams.visits.visitor'), value: visit.visitor },
                  { key: 'met', label: t('teams.visits.met'), value: [...visit.personsMet.map(({ name }) => name), visit.othersMet].filter(Boolean).join('、') },
                  ...(visit.notHomeReason ? [{ key: 'away', label: t('teams.visits.notHome'), value: visit.notHomeReason }] : []),
                  { key: 'at', label: t('teams.visits.recordedAt'), value: formatMoment(visit.recordedAt) },
                  { key: 'needs', label: t('teams.visits.needs'), value: [...visit.needs.map((need) => codeLabel('visitNeed', need, language)), visit.needsNote].filter(Boolean).join('、') },
                  { key: 'notes', label: t('teams.visits.notes'), value: visit.notes },
                  ...(visit.correctionReason ? [{ key: 'why', label: t('teams.visits.corrects'), value: visit.correctionReason }] : []),
                ]} />
                {visit.hasPosition && <p className="secondary">{t('teams.visits.position', { metres: visit.positionAccuracyM ?? '?' })}</p>}
                {visit.clockAhead && <p className="missing">{t('teams.visits.clockAhead')}</p>}
              </Card>
              <VisitAnswers visit={visit} />
            </div>
            <VisitPhotos key={visit.id} visit={visit} />
          </>
        )}
      </QueryState>
    </Page>
  );
}
