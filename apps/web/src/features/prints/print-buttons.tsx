import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { fetchSheet, sheetAddress, type Sheet } from './prints.api.js';

interface Props {
  sheet: Sheet;
  id: string;
  /** Name of the sheet, before the format. */
  name: string;
  size?: 'small' | 'middle';
}

/** A sheet to print in the browser, and the same as a file; without a print component on the server the first still works. */
export function PrintButtons({ sheet, id, name, size = 'small' }: Props) {
  const { t } = useTranslation();
  const pdf = useMutation({
    mutationFn: () => fetchSheet(sheet, id),
    onSuccess: (file) => {
      const address = URL.createObjectURL(file);
      const link = Object.assign(document.createElement('a'), { href: address, download: `${name}.pdf` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    },
  });
  return (
    <>
      <Button size={size} href={sheetAddress(sheet, id, 'html')} target="_blank" rel="noreferrer">{t('prints.open', { name })}</Button>
      <Button size={size} loading={pdf.isPending} onClick={() => pdf.mutate()}>{t('prints.pdf', { name })}</Button>
      {pdf.error && <ProblemAlert error={pdf.error} />}
    </>
  );
}
