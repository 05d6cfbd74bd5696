import { Input, type InputRef } from 'antd';
import { useId, type Ref } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  value: string;
  onChange: (reason: string) => void;
  inputRef?: Ref<InputRef>;
  className: string;
}

const phrases = ['checked', 'corrected', 'sameName', 'toVisit'] as const;

/** Why: free words, with those that are often needed on offer. */
export function ReasonInput({ label, value, onChange, inputRef, className }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <Input {...(inputRef ? { ref: inputRef } : {})} className={className} list={id} aria-label={label} placeholder={label} value={value} maxLength={1000} onChange={(event) => onChange(event.target.value)} />
      <datalist id={id}>{phrases.map((phrase) => <option key={phrase} value={t(`checks.phrase.${phrase}`)} />)}</datalist>
    </>
  );
}
