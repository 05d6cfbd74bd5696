import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Position } from '../../store/types.js';
import { BigButton } from '../../ui/index.js';
import { usePosition } from './use-position.js';

interface Props {
  position: Position | null;
  /** The person does not want a position. */
  without: boolean;
  onFound: (position: Position) => void;
  onWithout: (without: boolean) => void;
}

/** Where it is written down: optional, said how closely, and taken away with one tap. */
export function Place({ position, without, onFound, onWithout }: Props) {
  const { t } = useTranslation();
  // A draft that knows its place already is not located again.
  const [known] = useState(position !== null);
  const { state, start } = usePosition({ wanted: !without && !known, onFound });
  const again = () => {
    onWithout(false);
    start();
  };
  if (without) return <Line text={t('field.place.without')} action={<BigButton small kind="plain" onClick={again} data-testid="place-again">{t('field.place.capture')}</BigButton>} />;
  if (position) return <Line text={t('field.place.known', { metres: position.accuracyM })} action={<BigButton small kind="plain" onClick={() => onWithout(true)} data-testid="place-remove">{t('field.place.remove')}</BigButton>} />;
  const texts = { idle: t('field.place.optional'), searching: t('field.place.searching'), done: t('field.place.notFound'), denied: t('field.place.denied') };
  return <Line text={texts[state]} action={state === 'idle' && <BigButton small kind="plain" onClick={start} data-testid="place-start">{t('field.place.capture')}</BigButton>} />;
}

function Line({ text, action }: { text: string; action: ReactNode }) {
  return <div className="place"><span role="status">{text}</span>{action}</div>;
}
