import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import { factLabel, useFactText } from '../cases/review/fact-text.js';
import type { AreaLevel } from './area-level.js';
import { useBehind } from './behind.js';

interface Props {
  level: AreaLevel;
  fact: string;
  value: unknown;
}

/** A figure that opens to what it counts. An unknown one says so, and opens to the record that lacks it. */
export function NumberButton({ level, fact, value }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const show = useBehind();
  const text = useFactText(level)(fact, value) ?? t('common.notRecorded');
  return <button type="button" className="number-button" data-fact={fact} onClick={() => show(fact)} aria-label={t('areas.openNumber', { name: factLabel(level, fact, language), value: text })}>{text}</button>;
}
