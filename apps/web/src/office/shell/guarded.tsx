import { Alert } from 'antd';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { holds, roles, roleTable, type Permission } from '#domain';
import type { zh } from '../../i18n/zh/index.js';
import { useLanguage } from '../../i18n/use-language.js';
import { useMay } from '../../session/me.js';

interface Props {
  permission: Permission;
  label: keyof typeof zh.shell.menu;
  page: ComponentType;
}

/** A page behind a permission; who opens its address without it is told whom to ask. */
export function Guarded({ permission, label, page: GuardedPage }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay();
  if (may(permission)) return <GuardedPage />;
  const able = roles.filter((role) => holds(role, permission)).map((role) => roleTable[role][language]);
  return <Alert type="warning" showIcon title={t('shell.noPermission', { page: t(`shell.menu.${label}`) })} description={t('shell.whoMay', { roles: able.join('、') })} />;
}
