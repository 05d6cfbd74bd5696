import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { SignInForm } from '../../shell/sign-in-form.js';
import { signIn } from '../../shell/sign-in.js';
import type { Me } from '../../store/index.js';
import { createUser } from '../../store/users.js';
import { Card } from '../../ui/index.js';
import { CheckStep } from './check-step.js';
import { DoneStep } from './done-step.js';
import { DownloadStep } from './download-step.js';
import { PinStep } from './pin-step.js';
import type { VillageChoice } from './villages.js';
import { VillagesStep } from './villages-step.js';
import '../../shell/shell.css';

type Step = { at: 'check' | 'sign-in' } | { at: 'pin'; me: Me } | { at: 'villages' } | { at: 'download'; villages: readonly VillageChoice[] } | { at: 'done'; practice: string | null };
const order: readonly Step['at'][] = ['check', 'sign-in', 'pin', 'villages', 'download', 'done'];

/** The first run: what the phone can do, who works here, the PIN, the villages. Three minutes at most. */
export function SetupPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [step, setStep] = useState<Step>({ at: 'check' });
  const [onDownloaded] = useState(() => (practice: string | null) => setStep({ at: 'done', practice }));
  return (
    <main className="gate" data-step={step.at}>
      <h1>{t('field.setup.title')}</h1>
      <p className="secondary">{t('field.setup.step', { step: order.indexOf(step.at) + 1, all: order.length })}</p>
      {step.at === 'check' && <CheckStep onNext={() => setStep({ at: 'sign-in' })} />}
      {step.at === 'sign-in' && (
        <Card title={t('field.setup.signInTitle')}>
          <p className="secondary">{t('field.setup.signInIntro')}</p>
          <SignInForm onSignIn={async (credentials) => setStep({ at: 'pin', me: await signIn(credentials) })} />
        </Card>
      )}
      {step.at === 'pin' && <PinStep onPin={async (pin) => { await createUser(step.me, pin); setStep(step.me.permissions.includes(Permission.SyncPack) ? { at: 'villages' } : { at: 'download', villages: [] }); }} />}
      {step.at === 'villages' && <VillagesStep onChosen={(villages) => setStep({ at: 'download', villages })} />}
      {step.at === 'download' && <DownloadStep villages={step.villages} onDone={onDownloaded} />}
      {step.at === 'done' && <DoneStep onPractise={step.practice === null ? null : () => void navigate({ to: `/visits/new` as string, search: { hh: step.practice } as never })} onBegin={() => void navigate({ to: '/today' as string })} />}
    </main>
  );
}
