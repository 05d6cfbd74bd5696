import { useTranslation } from 'react-i18next';
import { codeListOf } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { SelectItem, TextItem } from '../help/parts/items.js';

/** Options of a code list in the shown language. */
export function useCodeChoices(list: 'teamRole' | 'rank' | 'affiliation'): { value: string; label: string }[] {
  const language = useLanguage();
  return codeListOf(list).items.map((item) => ({ value: item.code, label: item[language] }));
}

/** Name, role, unit, rank and telephone of somebody who joins a team. `at`: place in a list of the form. */
export function MemberFields({ at }: { at?: number }) {
  const { t } = useTranslation();
  const name = (field: string) => (at === undefined ? field : [at, field]);
  return (
    <div className="two-fields">
      <TextItem name={name('name')} label={t('teams.name')} required />
      <SelectItem name={name('role')} label={t('teams.role')} options={useCodeChoices('teamRole')} required />
      <TextItem name={name('unit')} label={t('teams.unit')} />
      <SelectItem name={name('rank')} label={t('teams.rank')} options={useCodeChoices('rank')} />
      <TextItem name={name('phone')} label={t('teams.phone')} max={30} />
    </div>
  );
}
