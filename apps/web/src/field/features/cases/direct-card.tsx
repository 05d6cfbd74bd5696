import { useTranslation } from 'react-i18next';
import type { DirectRoute } from '#domain';
import { useLocalText } from '../../../i18n/use-language.js';
import { Card, Chips, Strip } from '../../ui/index.js';

interface Props {
  way: DirectRoute;
  straight: boolean;
  onChange: (straight: boolean) => void;
}

/** 直达退回人, or step by step: asked when a return is answered. Where the direct way is closed, why. */
export function DirectCard({ way, straight, onChange }: Props) {
  const { t } = useTranslation();
  const local = useLocalText();
  if (way.refused) return <Strip kind="info" data-testid="direct-closed">{t('field.cases.direct.closed', { because: local(way.refused) })}</Strip>;
  const over = way.over.map(({ name }) => local(name)).join('、');
  const options = [
    { value: 'straight', text: t('field.cases.direct.straight', { name: way.returnedByName, step: local(way.to.name) }) },
    { value: 'stepwise', text: t('field.cases.direct.stepwise') },
  ] as const;
  return (
    <Card data-testid="direct-way">
      <Chips label={t('field.cases.direct.label')} shown options={options} value={straight ? 'straight' : 'stepwise'} onChange={(value) => onChange(value === 'straight')} testid="direct" />
      {over && <p className="small">{t('field.cases.direct.over', { steps: over })}</p>}
    </Card>
  );
}
