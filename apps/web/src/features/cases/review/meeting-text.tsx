import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../cases.api.js';

/** Votes of a review meeting. */
export function MeetingText({ meeting }: { meeting: CaseDetail['meetings'][number] }) {
  const { t } = useTranslation();
  const { heldOn, place, convener, entitled, present, inFavour, against, abstained, summary } = meeting;
  return (
    <div>
      {t('cases.meeting.held', { heldOn, place, convener })}；{t('cases.meeting.votes', { entitled, present, inFavour, against, abstained })}
      <div className="secondary">{summary}</div>
    </div>
  );
}
