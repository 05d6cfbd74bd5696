import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** Where exactly the notice hangs. */
export function PlaceField() {
  const { t } = useTranslation();
  return <Form.Item name="placeDetail" label={t('cases.notice.placeDetail')}><Input maxLength={200} placeholder={t('cases.notice.placeExample')} /></Form.Item>;
}
