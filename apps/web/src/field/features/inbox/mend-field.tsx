import { useTranslation } from 'react-i18next';
import { housePositionText } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { Chips, CodeField, DateField, MoneyField, NumberField, TextArea, TextField } from '../../ui/index.js';
import type { MendableField } from './mendable.js';

interface Props {
  entry: MendableField;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** One value of refused work, with the input that its kind asks for. */
export function MendField({ entry: { field, name, path, faulty }, value, onChange }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const testid = `mend-${path.join('-')}`;
  const error = faulty ? t('field.inbox.lookHere') : null;
  const text = typeof value === 'string' ? value : '';
  const number = typeof value === 'number' ? value : null;
  if (!field) {
    const label = t(`field.inbox.word.${name as 'note'}`);
    if (name === 'deliveredBy') return <TextField {...{ label, error, testid }} value={text} onChange={onChange} maxLength={100} />;
    return /On$|^on$/.test(name) ? <DateField {...{ label, error, testid }} value={text || null} onChange={onChange} /> : <TextArea {...{ label, error, testid }} value={text} onChange={onChange} maxLength={500} />;
  }
  const label = field[language];
  switch (field.type) {
    case 'fen': return <MoneyField {...{ label, error, testid }} value={number} onChange={onChange} />;
    case 'integer': case 'year': return <NumberField {...{ label, error, testid }} value={number} onChange={onChange} />;
    case 'decimal': return <NumberField {...{ label, error, testid }} decimals={2} value={number} onChange={onChange} />;
    case 'date': return <DateField {...{ label, error, testid }} value={text || null} onChange={onChange} />;
    case 'code': return field.codeList ? <CodeField {...{ label, error, testid }} list={field.codeList} value={text || null} onChange={onChange} /> : null;
    case 'boolean': return <Chips label={label} shown options={[{ value: 'true', text: t('common.yes') }, { value: 'false', text: t('common.no') }]} value={value === true ? 'true' : value === false ? 'false' : null} onChange={(chosen) => onChange(chosen === 'true')} testid={testid} />;
    case 'text': case 'month': return <TextField {...{ label, error, testid }} value={text} onChange={onChange} maxLength={field.maxLength ?? 200} />;
    case 'position': return <p data-testid={testid}>{label}：{value === null ? t('common.notRecorded') : housePositionText(value, language)}</p>;
    case 'codes': case 'division': return null;
  }
}
