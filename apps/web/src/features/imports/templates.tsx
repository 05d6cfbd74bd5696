import { useTranslation } from 'react-i18next';
import { layouts } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { Card } from '../../ui/card.js';

/** Empty workbooks in the national layouts. */
export function Templates() {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Card title={t('imports.templates.title')}>
      <p className="secondary">{t('imports.templates.hint')}</p>
      <ul className="templates">
        {layouts.map((layout) => (
          <li key={`${layout.id}-${layout.sheet}`}>
            <a href={`/api/v1/imports/templates/${layout.id}?sheet=${layout.sheet}`} download>{layout.id} {layout[language]}（{t(`imports.sheet.${layout.sheet}`)}）</a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
