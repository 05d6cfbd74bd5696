import { useTranslation } from 'react-i18next';
import { changeLanguage, type Language } from '../../../i18n/index.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { useLive } from '../../store/live.js';
import { Card, Chips, displayModes, displaySizes } from '../../ui/index.js';
import { display, setDisplay } from './display-setting.js';

/** Each language by its own name. */
const languages = (['zh', 'en'] as const satisfies readonly Language[]).map((value) => ({ value, text: new Intl.DisplayNames([value], { type: 'language' }).of(value) ?? value }));

/** Letters, outdoor mode, language. */
export function DisplayCard() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { size, mode } = useLive(display);
  return (
    <Card title={t('field.mine.display')}>
      <Chips shown label={t('field.mine.size')} testid="size" value={size} onChange={(value) => setDisplay({ size: value })} options={displaySizes.map((value) => ({ value, text: t(`field.mine.sizes.${value}`) }))} />
      <Chips shown label={t('field.mine.mode')} testid="mode" value={mode} onChange={(value) => setDisplay({ mode: value })} options={displayModes.map((value) => ({ value, text: t(`field.mine.modes.${value}`) }))} />
      <Chips shown label={t('field.mine.language')} testid="language" value={language} onChange={(value) => void changeLanguage(value)} options={languages} />
    </Card>
  );
}
