import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { formatYuan } from '../../i18n/format.js';
import { useMay } from '../../session/me.js';
import type { Choice } from '../help/parts/items.js';
import { fundListQuery } from './funds.api.js';

/** Funds with what is left of each. */
export function useFundChoices(): Choice[] {
  const { t } = useTranslation();
  const may = useMay();
  const funds = useQuery({ ...fundListQuery({ limit: 200 }), enabled: may(Permission.ProjectRead) }).data?.items ?? [];
  return funds.map((fund) => ({ value: fund.id, label: t('help.funds.choice', { name: fund.name, code: fund.code, left: formatYuan(fund.remainingFen) }) }));
}
