import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { computeIncome, incomeGroupInfos, incomeItems, type PackRow } from '#domain';
import { formatAmount } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { BigButton, Card, Chips, Empty, Facts, useGo } from '../../ui/index.js';
import { EditedTag } from './edited-tag.js';
import { numberOf } from './row-values.js';
import type { Shown } from './use-judged.js';

/** 收入: one year item by item, with the sum per head beside the line. */
export function IncomeTab({ shown }: { shown: Shown }) {
  const { t } = useTranslation();
  const go = useGo();
  const years = [...shown.rows.years].sort((left, right) => (numberOf(right, 'year') ?? 0) - (numberOf(left, 'year') ?? 0));
  const [chosen, setChosen] = useState<string | null>(null);
  const row = years.find((one) => String(one['year']) === chosen) ?? years[0];
  const edit = <BigButton kind="plain" data-testid="income-edit" onClick={() => go('/income', { search: { hh: shown.id } })}>{t('field.households.income.edit')}</BigButton>;
  if (!row) return <Empty action={edit}>{t('field.households.income.none')}</Empty>;
  return (
    <>
      <Chips label={t('field.households.income.year')} inLine options={years.map((one) => ({ value: String(one['year']), text: t('field.households.inYear', { year: numberOf(one, 'year') ?? 0 }) }))} value={String(row['year'])} onChange={setChosen} testid="year" />
      <IncomeItems shown={shown} row={row} />
      {edit}
    </>
  );
}

function IncomeItems({ shown, row }: { shown: Shown; row: PackRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const year = numberOf(row, 'year') ?? 0;
  const amounts = Object.fromEntries(incomeItems.flatMap(({ key }) => (typeof row[key] === 'number' ? [[key, row[key]]] : [])));
  const { lines, groups, netFen, perCapitaFen } = computeIncome(amounts, numberOf(row, 'memberCount'));
  const yuan = (fen: number) => `${formatAmount(fen)} ${t('common.yuan')}`;
  const { line } = shown.judged;
  return (
    <>
      <Card title={t('field.households.income.perHead')} extra={<strong data-testid="per-head">{perCapitaFen === null ? t('common.notRecorded') : yuan(perCapitaFen)}</strong>}>
        <p>{t('field.households.income.sum', { net: netFen === null ? t('common.notRecorded') : yuan(netFen), persons: numberOf(row, 'memberCount') ?? 0 })}</p>
        {line !== null && perCapitaFen !== null && year === shown.judged.year && <p>{t(perCapitaFen >= line ? 'field.households.income.above' : 'field.households.income.below', { line: yuan(line), by: yuan(Math.abs(perCapitaFen - line)) })}</p>}
      </Card>
      {incomeGroupInfos.filter(({ group }) => groups[group] !== null).map((info) => (
        <Card key={info.group} title={info[language]} extra={<strong>{yuan(groups[info.group] ?? 0)}</strong>}>
          <Facts rows={lines.filter(({ group }) => group === info.group).map((one) => ({ key: one.key, name: one[language], value: <>{yuan(one.fen)}<EditedTag shown={shown} entity="householdYear" row={year} field={one.key} /></> }))} />
        </Card>
      ))}
    </>
  );
}
