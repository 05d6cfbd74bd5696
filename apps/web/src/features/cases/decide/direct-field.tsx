import { Alert, Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../../i18n/use-language.js';
import type { CaseDetail } from '../cases.api.js';

/** 直达退回人, or step by step: asked when a return is answered. Where the direct way is closed, why. */
export function DirectField({ route }: { route: NonNullable<CaseDetail['directReturn']> }) {
  const { t } = useTranslation();
  const local = useLocalText();
  if (route.refused) return <Alert type="info" showIcon className="direct-closed" title={t('cases.direct.closed', { because: local(route.refused) })} />;
  const over = route.over.map((step) => local(step)).join('、');
  return (
    <Form.Item name="direct" label={t('cases.direct.label')} extra={over && t('cases.direct.over', { steps: over })}>
      <Radio.Group options={[{ value: true, label: t('cases.direct.straight', { name: route.returnedBy, step: local(route.stepName) }) }, { value: false, label: t('cases.direct.stepwise') }]} />
    </Form.Item>
  );
}
