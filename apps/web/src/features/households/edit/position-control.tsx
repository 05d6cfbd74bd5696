import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { degreesText, readHousePosition, typedHousePosition, writeHousePosition } from '#domain';
import { useToday } from '../../../ui/use-clock.js';

interface Props {
  id?: string | undefined;
  className?: string;
  onBlur?: (() => void) | undefined;
  value: unknown;
  onChange: (value: string | null) => void;
}

/** Latitude and longitude as they are typed. What was noted on the spot keeps its accuracy while nobody types another place. */
export function PositionControl({ id, className, onBlur, value, onChange }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const [noted] = useState(() => readHousePosition(value));
  const before = noted ? degreesText(noted) : '';
  const [text, setText] = useState(before);
  const type = (next: string) => {
    setText(next);
    const typed = typedHousePosition(next, today);
    onChange(next.trim() === '' ? null : noted && next.trim() === before ? writeHousePosition(noted) : typed ? writeHousePosition(typed) : next);
  };
  return <Input {...{ id, className, onBlur }} value={text} maxLength={60} placeholder={t('households.edit.degrees')} onChange={(event) => type(event.target.value)} />;
}
