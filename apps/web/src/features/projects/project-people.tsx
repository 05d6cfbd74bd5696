import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.js';
import { ShortDivisionName } from '../../ui/division-name.js';
import { HouseholdLink } from '../help/parts/household-link.js';
import type { ProjectDetail } from './projects.api.js';

/** Whom the project is for: households, or villages as a whole. */
export function ProjectPeople({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  return (
    <Card title={t('projects.beneficiaries')} extra={<><Link to="/assignments" search={{ projectId: project.id }}>{t('help.assignments.title')}</Link> <Link to="/payments" search={{ projectId: project.id }}>{t('help.payments.title')}</Link></>}>
      {project.beneficiaries.length === 0 && <p className="secondary">{t('projects.noBeneficiaries')}</p>}
      <ul className="due-list">
        {project.beneficiaries.map((row, at) => <li key={at}><ShortDivisionName code={row.village} /> {row.householdId ? <HouseholdLink id={row.householdId} head={row.headName} /> : t('projects.wholeVillage')} <span className="secondary">{row.benefit}</span></li>)}
      </ul>
    </Card>
  );
}
