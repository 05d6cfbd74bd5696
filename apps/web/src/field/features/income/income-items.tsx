import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { incomeGroupInfos, incomeItems } from '#domain';
import { formatAmount } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { BigButton, Card, Row, Rows } from '../../ui/index.js';
import type { IncomeState } from './use-income-year.js';

/** Shown also while they are empty; the others are one tap further. */
const usual = new Set(['wageMigrantWork', 'wagePublicPost', 'businessCrop', 'businessLivestock', 'propertyLandTransfer', 'transferMinimumAllowance', 'transferGrassland', 'transferPension', 'businessCostCrop', 'businessCostFodder']);

/** The items of a year by group; a row opens the keypad. */
export function IncomeItems({ state, onOpen }: { state: IncomeState; onOpen: (item: string) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const isShown = (key: string) => all || usual.has(key) || state.amounts[key] != null || key in state.changed;
  const amount = (fen: number | null | undefined) => (fen == null ? t('common.notRecorded') : formatAmount(fen));
  return (
    <>
      {incomeGroupInfos.map((info) => {
        const items = incomeItems.filter(({ group, key }) => group === info.group && isShown(key));
        if (items.length === 0) return null;
        return (
          <Card key={info.group} title={info[language]} extra={<span>{amount(state.result.groups[info.group])}</span>}>
            <Rows label={info[language]}>
              {items.map(({ key, zh, en }) => (
                <Row key={key} title={language === 'en' ? en : zh} note={state.lastYear ? t('field.income.lastAmount', { amount: amount(state.lastYear.amounts[key]) }) : undefined}
                  extra={<span className={key in state.changed ? 'income-edited' : ''}>{key in state.changed ? '✎ ' : ''}{amount(state.amounts[key])}</span>} onClick={() => onOpen(key)} data-testid={`income-${key}`} />
              ))}
            </Rows>
          </Card>
        );
      })}
      {!all && <BigButton kind="plain" onClick={() => setAll(true)} data-testid="all-items">{t('field.income.allItems')}</BigButton>}
    </>
  );
}
