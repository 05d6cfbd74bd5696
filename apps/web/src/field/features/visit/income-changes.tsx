import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { incomeItem, incomeItems } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import type { PackHousehold } from '../../store/types.js';
import { Card, Chips, Picker } from '../../ui/index.js';
import { IncomeLine } from '../income/income-line.js';
import { IncomeChange } from './income-change.js';
import { useIncomePreview } from './use-income-preview.js';
import { incomeChange, type VisitForm, type SetForm } from './form/visit-form.js';

/** Items that change most between two visits; everything else is one tap further. */
const frequent = ['businessLivestock', 'wageMigrantWork', 'businessCrop', 'transferGrassland', 'transferMinimumAllowance', 'propertyLandTransfer', 'businessCostFodder'];
const MORE = 'more';

/** 收入变化: which items, by how much; what that makes per head is shown at once. */
export function IncomeChanges({ household, form, set }: { household: PackHousehold; form: VisitForm; set: SetForm }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [picking, setPicking] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const preview = useIncomePreview(household, form);
  const chosen = Object.keys(form.income);
  const nameOf = (key: string) => incomeItem(key)?.[language] ?? key;
  const add = (key: string) => {
    setAdded(key);
    set((now) => incomeChange(now, key, {}));
  };
  const offered = [...new Set([...frequent, ...chosen])];
  const options = [...offered.map((key) => ({ value: key, text: nameOf(key) })), { value: MORE, text: t('field.visit.moreItems') }];
  const pick = (keys: readonly string[]) => {
    if (keys.includes(MORE)) return setPicking(true);
    const gone = chosen.find((key) => !keys.includes(key));
    const fresh = keys.find((key) => !chosen.includes(key));
    if (gone) set((now) => incomeChange(now, gone, null));
    if (fresh) add(fresh);
  };
  return (
    <Card title={t('field.visit.income')}>
      <Chips label={t('field.visit.income')} options={[{ value: 'no', text: t('field.visit.incomeSame') }, { value: 'yes', text: t('field.visit.incomeChanged') }]} value={form.incomeChanged === null ? null : form.incomeChanged ? 'yes' : 'no'} onChange={(value) => set((now) => ({ ...now, incomeChanged: value === 'yes' }))} testid="income" />
      {form.incomeChanged && (
        <>
          <Chips label={t('field.visit.whichItems')} shown multiple options={options} value={chosen} onChange={pick} testid="item" />
          {chosen.map((key) => <IncomeChange key={key} name={nameOf(key)} item={key} value={form.income[key]} focus={key === added} onChange={(change) => set((now) => incomeChange(now, key, change))} />)}
          <IncomeLine preview={preview} />
          <Picker open={picking} title={t('field.visit.whichItems')} options={incomeItems.filter(({ key }) => !chosen.includes(key)).map(({ key, zh, en }) => ({ value: key, text: language === 'en' ? en : zh }))} value={null} onPick={add} onClose={() => setPicking(false)} />
        </>
      )}
    </Card>
  );
}
