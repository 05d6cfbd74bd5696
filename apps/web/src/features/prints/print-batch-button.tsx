import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { usePrintBatch, type BatchSheet } from './prints.api.js';

/** Prints many sheets as one PDF, which is made in the task centre. */
export function PrintBatchButton({ sheet, ids, label }: { sheet: BatchSheet; ids: string[]; label: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const [placed, setPlaced] = useState(false);
  const print = usePrintBatch(() => setPlaced(true));
  if (!may(Permission.ExportRun)) return null;
  return (
    <>
      <Button size="small" disabled={ids.length === 0} loading={print.isPending} onClick={() => print.mutate({ sheet, ids })}>{label}</Button>
      {placed && <><span role="status" className="secondary">{t('prints.placed')}</span><Link to="/tasks" className="underlined">{t('prints.toTasks')}</Link></>}
      {print.error && <ProblemAlert error={print.error} />}
    </>
  );
}
