import { useTranslation } from 'react-i18next';
import type { ProjectAction } from '#domain';
import { useToday } from '../../ui/use-clock.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { AreaItem, DayItem, FenItem, TextItem, TextsItem } from '../help/parts/items.js';
import { projectSteps, type ProjectDetail } from './projects.api.js';

interface Values {
  on?: string;
  opinion?: string;
  persons?: string[];
  place?: string;
  reason?: string;
  contractNo?: string;
  contractor?: string;
  contractFen?: number;
  contractFrom?: string;
  contractTo?: string;
}

interface Props {
  project: ProjectDetail;
  action: ProjectAction;
  onClose: () => void;
}

const given = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));

/** What each step asks for. */
export function StepDialog({ project, action, onClose }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const label = t(`projects.action.${action}`);
  const decides = action === 'enter' || action === 'refuse' || action === 'accept';
  const send = (values: Values): Promise<unknown> => {
    const { opinion = '', persons, on } = given(values);
    if (action === 'enter' || action === 'refuse' || action === 'accept') return projectSteps.decide(project, { decision: action, opinion, ...(persons ? { persons } : {}), ...(on ? { on } : {}) });
    return projectSteps.act(project, { action, ...given(values) });
  };
  return (
    <FormDialog<Values, unknown> title={`${label}：${project.name}`} okText={label} danger={action === 'refuse' || action === 'cancel'} width={640} intro={t(`projects.follows.${action}`)} initial={{ on: today }} send={send} said={t('help.saved', { what: label })} onClose={onClose}>
      {(action === 'open_entry_notice' || action === 'open_completion_notice') && <TextItem name="place" label={t('projects.noticePlace')} max={200} required autoFocus />}
      {(action === 'demonstrate' || action === 'accept') && <TextsItem name="persons" label={t(action === 'accept' ? 'projects.acceptanceMembers' : 'projects.experts')} hint={t('projects.personsHint')} required />}
      {(action === 'demonstrate' || decides) && <AreaItem name="opinion" label={t('projects.opinion')} max={1000} required />}
      {action === 'contract' && (
        <>
          <TextItem name="contractor" label={t('projects.contractor')} required autoFocus />
          <div className="two-fields">
            <TextItem name="contractNo" label={t('projects.contractNo')} max={60} required />
            <FenItem name="contractFen" label={t('projects.contractFen')} required />
            <DayItem name="contractFrom" label={t('help.startsOn')} required />
            <DayItem name="contractTo" label={t('help.endsOn')} required />
          </div>
        </>
      )}
      {action === 'cancel' && <AreaItem name="reason" label={t('help.reason')} required autoFocus />}
      <DayItem name="on" label={t('teams.on')} max={today} required />
    </FormDialog>
  );
}
