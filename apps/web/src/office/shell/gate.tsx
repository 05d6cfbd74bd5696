import { useLocation } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { holds, roles, roleTable } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { useMay } from '../../session/me.js';
import { entryOf } from './menu.js';

/** A page behind a permission; who opens its address without it is told whom to ask. */
export function Gate({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay();
  const entry = entryOf(useLocation().pathname);
  if (!entry || may(entry.permission)) return <>{children}</>;
  const able = roles.filter((role) => holds(role, entry.permission)).map((role) => roleTable[role][language]);
  return <Alert type="warning" showIcon title={t('shell.noPermission', { page: t(`shell.menu.${entry.label}`) })} description={t('shell.whoMay', { roles: able.join(language === 'zh' ? '、' : ', ') })} />;
}
