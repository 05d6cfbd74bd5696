import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { formatCount } from '../../i18n/format.js';
import { useLocalText } from '../../i18n/use-language.js';
import { useMay } from '../../session/me.js';
import { Card } from '../../ui/card.js';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { ListFilters } from '../help/parts/list-filters.js';
import { careSummaryQuery, registersQuery } from './care.api.js';
import '../help/help.css';

/** Care registers with their definition, their duty, and how many people stand on each. */
export function CarePage() {
  const { t } = useTranslation();
  const local = useLocalText();
  const may = useMay();
  const { division } = useSearch({ from: '/office/care' });
  const navigate = useNavigate();
  const counts = useQuery(careSummaryQuery({ division })).data?.counts ?? [];
  const sum = (code: string, key: 'entries' | 'unproven' | 'entered' | 'left' | 'overdue') => counts.filter((row) => row.registerCode === code).reduce((total, row) => total + (row[key] ?? 0), 0);
  return (
    <Page title={t('teams.care.title')} extra={may(Permission.CareCompare) && <Link to="/care-comparisons">{t('teams.care.comparisons')}</Link>}>
      <ListFilters fields={[{ kind: 'division' }]} filters={{ division }} onChange={(next) => void navigate({ to: '/care', search: next })} />
      <QueryState query={useQuery(registersQuery)} rows={8}>
        {(registers) => (
          <div className="two-columns">
            {registers.map((register) => (
              <Card key={register.code} className="tight" title={<Link to="/care/$code" params={{ code: register.code }} search={{ division }}>{local(register.name)}</Link>} extra={<strong>{t('teams.care.people', { count: sum(register.code, 'entries') })}</strong>}>
                <p>{local(register.sentence)}</p>
                <p className="secondary">{t('teams.care.counts', { unproven: formatCount(sum(register.code, 'unproven')), entered: formatCount(sum(register.code, 'entered')), left: formatCount(sum(register.code, 'left')) })}</p>
                <p>{register.duty.everyDays === null ? <span className="not-set">{t('teams.care.dutyNotSet')}</span> : <>{t('teams.care.duty', { days: register.duty.everyDays, by: register.duty.byText ?? t('common.notSet') })} <Link to="/care/$code" params={{ code: register.code }} search={{ division, due: true }}>{t('teams.care.overdue', { count: sum(register.code, 'overdue') })}</Link></>}</p>
                <p className="secondary">{register.sourceDocument ?? t('rules.noDocument')} {local(register.sourceNote)}</p>
              </Card>
            ))}
          </div>
        )}
      </QueryState>
    </Page>
  );
}
