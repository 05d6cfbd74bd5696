import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/generated/schema.js';
import { codeLabel } from '#domain';
import { formatMoment, formatYuan } from '../../i18n/format.js';
import { useLanguage } from '../../i18n/use-language.js';

/** The record as it was known at a moment, in a few lines. */
export function StateThen({ state }: { state: components['schemas']['HouseholdStateResponse'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { household, years } = state;
  const people = household.members.filter((member) => member.active).map((member) => member.name).join('、');
  const incomes = years.map((year) => `${year.year}：${year.income.perCapitaFen === null ? t('common.notRecorded') : `${formatYuan(year.income.perCapitaFen)} ${t('common.yuan')}`}`).join('；');
  return (
    <Alert
      type="info" showIcon title={t('households.history.stateAt', { time: formatMoment(state.at) })}
      description={<><div>{household.headName} · {codeLabel('householdStatus', household.status, language)} · {t('households.memberCount', { count: household.memberCount })}：{people}</div><div>{t('households.income.chart')}：{incomes || t('common.notRecorded')}</div></>}
    />
  );
}
