import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useLocalText } from '../../../i18n/use-language.js';
import { useMay } from '../../../session/me.js';
import { caseListQuery } from '../../cases/cases.api.js';

/** A procedure that runs holds the household: where it stands and with whom. */
export function LockedBanner({ householdId }: { householdId: string }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const may = useMay();
  const running = useQuery({ ...caseListQuery({ household: householdId, status: 'OPEN', limit: 5 }), enabled: may(Permission.CaseRead) }).data?.items ?? [];
  return running.map((item) => (
    <Alert
      key={item.id} type="info" showIcon className="locked-banner" title={t('households.locked.title', { pack: local(item.packName), step: local(item.stepName) })}
      description={t(item.assignedTo ? 'households.locked.assigned' : 'households.locked.started', { name: item.assignedTo ?? item.startedBy })}
      action={<Link to="/cases/$id" params={{ id: item.id }}>{t('households.locked.open')}</Link>}
    />
  ));
}
