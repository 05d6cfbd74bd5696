import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BigButton, Card, Strip } from '../../ui/index.js';
import { capabilities, type Capability } from './capabilities.js';
import { sizeText } from './size-text.js';

const marks = { ok: '✓', missing: '✗', asked: '○' } as const;

/** Whether this phone can do what is needed, with ticks. */
export function CheckStep({ onNext }: { onNext: () => void }) {
  const { t } = useTranslation();
  const [found, setFound] = useState<readonly Capability[]>();
  useEffect(() => void capabilities().then(setFound), []);
  const words = { ok: t('field.setup.ok'), missing: t('field.setup.missing'), asked: t('field.setup.willAsk') };
  const able = found?.every(({ needed, state }) => !needed || state !== 'missing') ?? false;
  return (
    <>
      <Card title={t('field.setup.checkTitle')}>
        <p className="secondary">{t('field.setup.checkIntro')}</p>
        <ul className="checks">
          {found?.map(({ name, state, needed, freeBytes }) => (
            <li key={name} className={state === 'missing' ? 'bad' : 'good'} data-testid={`check-${name}`} data-state={state}>
              <span className="mark" aria-hidden="true">{marks[state]}</span><span>{t(`field.setup.check.${name}`)}</span>
              <span className="state">{freeBytes === undefined ? words[state] : t('field.setup.free', { size: sizeText(freeBytes) })}{!needed && state === 'missing' && <><br />{t('field.setup.optional')}</>}</span>
            </li>
          ))}
        </ul>
      </Card>
      {found && <Strip kind={able ? 'success' : 'error'} data-testid="able">{t(able ? 'field.setup.good' : 'field.setup.bad')}</Strip>}
      <BigButton disabled={!able} onClick={onNext} data-testid="check-next">{t('field.setup.next')}</BigButton>
    </>
  );
}
