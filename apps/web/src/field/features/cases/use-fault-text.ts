import { useTranslation } from 'react-i18next';
import type { MeetingFault } from './meeting.js';

/** What is wrong with the record of a meeting, and what to do. */
export function useMeetingFaultText(): (fault: MeetingFault) => string {
  const { t } = useTranslation();
  return (fault) => {
    if (fault.kind === 'quorum') return t('field.cases.meeting.faults.quorum', { ...fault.share, source: fault.source });
    return t(`field.cases.meeting.faults.${fault.kind}`, { field: t(`field.cases.meeting.${fault.field}`) });
  };
}
