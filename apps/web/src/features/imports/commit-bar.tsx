import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format.js';
import { Card } from '../../ui/card.js';
import type { ImportBatch } from './imports.api.js';

interface Props {
  batch: ImportBatch;
  pending: boolean;
  onCommit: (mode: 'all' | 'good') => void;
  onCancel: () => void;
}

/** All or nothing, or the good rows only; with a refused row the first is not on offer. */
export function CommitBar({ batch, pending, onCommit, onCancel }: Props) {
  const { t } = useTranslation();
  const rejected = batch.rows?.rejected ?? 0;
  const [chosen, setChosen] = useState<'all' | 'good' | null>(null);
  const mode = rejected === 0 ? (chosen ?? 'all') : chosen === 'all' ? null : chosen;
  const toWrite = (batch.rows?.created ?? 0) + (batch.rows?.updated ?? 0);
  return (
    <Card title={t('imports.commit.title')}>
      <Radio.Group value={mode} onChange={(event) => setChosen(event.target.value as 'all' | 'good')}>
        <Radio value="all" disabled={rejected > 0}>{t('imports.commit.all')}{rejected > 0 && <span className="secondary">（{t('imports.commit.allRefused', { count: rejected })}）</span>}</Radio>
        <Radio value="good">{t('imports.commit.good', { count: rejected })}</Radio>
      </Radio.Group>
      <div className="decision-buttons">
        <Button type="primary" disabled={mode === null || toWrite === 0} loading={pending} onClick={() => mode !== null && onCommit(mode)}>{t('imports.commit.submit', { rows: formatCount(toWrite) })}</Button>
        <Button onClick={onCancel}>{t('imports.commit.giveUp')}</Button>
      </div>
      {toWrite === 0 && <p className="secondary">{t('imports.commit.nothing')}</p>}
    </Card>
  );
}
