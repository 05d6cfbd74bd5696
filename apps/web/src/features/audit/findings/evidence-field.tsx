import { useMutation } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../../api/problem.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { evidenceTypes, uploadEvidence } from './upload-evidence.js';

export interface Evidence {
  readonly id: string;
  readonly name: string;
}

interface Props {
  division: string;
  value: readonly Evidence[];
  onChange: (files: Evidence[]) => void;
}

/** Photographs and documents that show what was done; each is sent at once, with its progress. */
export function EvidenceField({ division, value, onChange }: Props) {
  const { t } = useTranslation();
  const [share, setShare] = useState(0);
  const send = useMutation<Evidence[], ApiProblem, File[]>({
    mutationFn: async (files) => {
      const sent: Evidence[] = [];
      for (const file of files) sent.push({ id: await uploadEvidence(file, division, setShare), name: file.name });
      return sent;
    },
    onSuccess: (sent) => onChange([...value, ...sent]),
    onSettled: () => setShare(0),
  });
  return (
    <div>
      <label className="file-pick">
        <input className="visually-hidden" type="file" multiple accept={evidenceTypes} onChange={(event) => send.mutate([...(event.target.files ?? [])])} />
        <span className="file-button">{t('findings.evidence.add')}</span> <span className="secondary">{t('findings.evidence.hint')}</span>
      </label>
      {send.isPending && <Progress percent={share} size="small" status="active" aria-label={t('findings.evidence.add')} />}
      {send.error && <ProblemAlert error={send.error} />}
      <ul className="evidence-list">{value.map(({ id, name }) => <li key={id}>{name} <Button size="small" type="link" onClick={() => onChange(value.filter((one) => one.id !== id))}>{t('findings.evidence.drop')}</Button></li>)}</ul>
    </div>
  );
}
