import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/use-language.js';
import type { SpotCheck } from '../../store/spot-checks.js';
import { Card, FieldPage, Strip, TextArea } from '../../ui/index.js';
import { AskReplacement } from './ask-replacement.js';
import { SaveSpotCheck } from './save-spot-check.js';
import type { Missing } from './spot-form.js';
import type { SpotState } from './spot-state.js';

export interface SpotScreenProps {
  check: SpotCheck;
  state: SpotState;
  where: ReactNode;
  /** Sent answers are given anew, with the reason. */
  correcting?: boolean;
}

interface Props extends Required<SpotScreenProps> {
  draftKey: string;
  missing: readonly Missing[];
  payload: (photos: readonly string[]) => object;
  reason: string;
  onReason: (reason: string) => void;
  children: ReactNode;
}

/** Around a blind form: where to go, what was refused, what is missing, the reason of a correction, and 保存. */
export function SpotFrame({ check, state, where, correcting, draftKey, missing, payload, reason, onReason, children }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [faults, setFaults] = useState<readonly string[]>([]);
  const refused = [check.answer, check.asked, ...check.attempts].filter((work) => work?.state === 'returned').map((work) => work?.reason && (work.reason[language] || work.reason.zh)).filter((words) => words);
  return (
    <FieldPage title={t('field.spot.one')} back={correcting ? `/spot-checks/${check.task.id}` : '/spot-checks'} footer={<SaveSpotCheck {...{ check, draftKey, correcting, missing, payload }} onFaults={setFaults} />}>
      {where}
      {refused.length > 0 && <Strip kind="error" data-testid="spot-refused">{refused.join('；')}</Strip>}
      {state === 'givenUp' && <Strip kind="warning" data-testid="spot-given-up">{t('field.spot.givenUp')}</Strip>}
      {state === 'givenUp' && <AskReplacement check={check} />}
      {faults.length > 0 && <Strip kind="error" data-testid="spot-faults">{faults.join('；')}</Strip>}
      {correcting && (
        <Card title={t('field.spot.correct')}>
          <p className="secondary">{t('field.spot.correctNote')}</p>
          <TextArea label={t('field.spot.correctReason')} required maxLength={300} value={reason} onChange={onReason} testid="correct-reason" />
        </Card>
      )}
      {children}
    </FieldPage>
  );
}
