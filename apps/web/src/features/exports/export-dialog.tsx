import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import { ExportForm } from './export-form.js';
import { ExportProgress } from './export-progress.js';
import type { ExportJob, ExportOf } from './exports.api.js';
import './exports.css';

export type { ExportOf } from './exports.api.js';

interface DialogProps {
  /** A source of GET /export-sources with its parameters, or a list of households with its conditions. */
  of: ExportOf;
  /** What the file holds, for the title. */
  title: string;
  /** Conditions of the page that the file does not follow. */
  note?: string | undefined;
  onClose: () => void;
}

/** From the wish to the file: rows, columns, format, masked or not, purpose; then progress and the file. */
export function ExportDialog({ of, title, note, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [job, setJob] = useState<ExportJob | null>(null);
  return (
    <Modal open title={t('exporting.title', { what: title })} footer={null} onCancel={onClose} destroyOnHidden width={640}>
      {note && !job && <p className="missing">{note}</p>}
      {job ? <ExportProgress job={job} /> : <ExportForm of={of} onPlaced={setJob} />}
    </Modal>
  );
}

/** The button that opens it; not there for who may not export. */
export function ExportButton({ of, title, note, children }: Omit<DialogProps, 'onClose'> & { children?: ReactNode }) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may(Permission.ExportRun)) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{children ?? t('exporting.open')}</Button>
      {open && <ExportDialog of={of} title={title} note={note} onClose={() => setOpen(false)} />}
    </>
  );
}
