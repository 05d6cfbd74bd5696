import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

export function NotFoundPage() {
  const { t } = useTranslation();
  return <Alert type="info" showIcon title={t('shell.notFound')} action={<Link to="/">{t('shell.home')}</Link>} />;
}
