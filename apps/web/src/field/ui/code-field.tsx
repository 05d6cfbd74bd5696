import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeLabel, codeLists, type CodeListName } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { FieldFrame, type FrameProps } from './field-frame.js';
import { DownIcon } from './icons.js';
import { Picker } from './picker.js';

interface Props extends FrameProps {
  /** Name of a code list of the domain. */
  list: CodeListName;
  value: string | null;
  onChange: (code: string) => void;
  /** Only these of the list. */
  only?: readonly string[];
  testid?: string;
}

/** One value of a code list: a button that opens the list. */
export function CodeField({ list, value, onChange, only, testid, ...frame }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const items = codeLists.find(({ name }) => name === list)?.items ?? [];
  const options = items.filter(({ code }) => !only || only.includes(code)).map((item) => ({ value: item.code, text: language === 'en' ? item.en : item.zh, also: [item.zh, ...item.aliases].join(' ') }));
  const shown = value === null ? t('field.ui.choose') : codeLabel(list, value, language);
  return (
    <>
      <FieldFrame {...frame}>
        {({ 'aria-required': _, 'aria-invalid': __, ...ids }) => (
          <button type="button" className="field-input" aria-haspopup="dialog" aria-label={`${frame.label}：${shown}`} data-testid={testid} {...ids} onClick={() => setOpen(true)}><span>{shown}</span><DownIcon aria-hidden="true" /></button>
        )}
      </FieldFrame>
      <Picker open={open} title={frame.label} options={options} value={value} onPick={onChange} onClose={() => setOpen(false)} />
    </>
  );
}
