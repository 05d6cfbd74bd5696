import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../../i18n/format.js';
import { useLocalText } from '../../../i18n/use-language.js';
import type { CaseDetail } from '../cases.api.js';
import { MeetingText } from './meeting-text.js';
import { NoticeText } from './notice-text.js';
import { PinButton } from './pin-button.js';

/** Step by step: meetings, papers, notices, with date and person. */
export function Papers({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const steps = detail.steps.filter((step) => step.progress !== 'ahead');
  return (
    <ul className="papers">
      {steps.map((step) => {
        const papers = detail.evidence.filter((paper) => paper.step === step.code);
        const lacking = step.evidence.filter((need) => need.required && !need.present);
        return (
          <li key={step.code}>
            <strong>{local(step.name)}</strong>{step.doneAt && <span className="secondary"> · {step.doneBy} · {formatMoment(step.doneAt)}</span>} <PinButton name={`step:${step.code}`} />
            {detail.meetings.filter((meeting) => meeting.step === step.code && !meeting.void).map((meeting) => <MeetingText key={meeting.heldOn} meeting={meeting} />)}
            {detail.notices.filter((notice) => notice.step === step.code && notice.state !== 'VOID').map((notice) => <NoticeText key={notice.id} notice={notice} />)}
            {papers.map((paper) => (
              <div key={paper.id}>▸ {paper.title}{paper.reference && <span className="secondary"> · {paper.reference}</span>}{paper.text && <div className="secondary">{paper.text}</div>}</div>
            ))}
            {lacking.length > 0 && <div className="missing">{t('cases.papers.lacking', { names: lacking.map((need) => local(need.name)).join('、') })}</div>}
          </li>
        );
      })}
    </ul>
  );
}
