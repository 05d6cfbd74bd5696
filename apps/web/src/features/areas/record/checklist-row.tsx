import { Progress } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChecklistItem } from '#domain';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { evidenceTypes } from '../../audit/findings/upload-evidence.js';
import { useAddChecklistFiles, type ChecklistFile } from './checklist-files.api.js';
import { FileLinks } from './file-links.js';

interface Props {
  village: string;
  year: number;
  item: ChecklistItem;
  label: string;
  value: ReactNode;
  files: readonly ChecklistFile[];
  mayAdd: boolean;
}

/** A row of the checklist: what is recorded, the files that show it, and where another one is added. */
export function ChecklistRow({ village, year, item, label, value, files, mayAdd }: Props) {
  const { t } = useTranslation();
  const [share, setShare] = useState(0);
  const add = useAddChecklistFiles({ code: village, year, item }, setShare);
  return (
    <div data-item={item}>
      <dt>{label}</dt>
      <dd>
        {value}
        <FileLinks files={files} />
        {mayAdd && (
          <label className="checklist-add">
            <input className="visually-hidden" type="file" multiple accept={evidenceTypes} aria-label={t('areas.files.addTo', { name: label })} disabled={add.isPending} onChange={(event) => { add.mutate([...(event.target.files ?? [])]); event.target.value = ''; }} />
            <span>{t('areas.files.add')}</span>
          </label>
        )}
        {add.isPending && <Progress percent={share} size="small" status="active" aria-label={t('areas.files.addTo', { name: label })} />}
        {add.error && <ProblemAlert error={add.error} />}
      </dd>
    </div>
  );
}
