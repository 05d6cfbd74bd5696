import { useNavigate } from '@tanstack/react-router';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../../session/me.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useStartRun } from './checks.api.js';

interface Props {
  division: string;
  chosen: readonly string[];
}

/** Runs what is ticked, or everything, over the division that the page shows. */
export function RunBar({ division, chosen }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const start = useStartRun();
  const [year, setYear] = useState<number | null>(null);
  if (!may(Permission.CheckRun)) return null;
  const run = (codes: string[] | null) => start.mutate({ division, codes, year: year ?? undefined }, { onSuccess: ({ id }) => void navigate({ to: '/audit/checks/runs/$id', params: { id } }) });
  return (
    <>
      {start.error && <ProblemAlert error={start.error} />}
      <label>{t('checks.year')} <InputNumber min={2000} max={2100} precision={0} value={year} onChange={setYear} placeholder={t('imports.upload.thisYear')} /></label>
      <Button disabled={chosen.length === 0} loading={start.isPending} onClick={() => run([...chosen])}>{t('checks.runChosen', { count: chosen.length })}</Button>
      <Button type="primary" loading={start.isPending} onClick={() => run(null)}>{t('checks.runAll')}</Button>
    </>
  );
}
