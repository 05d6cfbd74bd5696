import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../i18n/format.js';
import { QueryState } from '../../ui/query-state.js';
import { keptWorkQuery } from './devices.api.js';
import { FieldWorkDialog } from './field-work-dialog.js';
import './devices.css';

/** What was typed, so that it can be entered by hand, and what becomes of it. */
export function KeptWorkPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const query = useQuery(keptWorkQuery(id));
  const [outcome, setOutcome] = useState<'TAKEN_UP' | 'LAID_ASIDE' | null>(null);
  return (
    <Drawer open title={t('devices.keptTitle')} size={560} onClose={onClose}>
      <QueryState query={query}>
        {(work) => (
          <>
            <p>{work.kindName} · {work.userName} · {formatMoment(work.occurredAt)}</p>
            <p className="missing">{work.title ?? work.code}</p>
            <pre className="kept-payload" tabIndex={0}>{JSON.stringify(work.payload, null, 2)}</pre>
            {work.outcome
              ? <p>{t(`devices.${work.outcome}`)} · {work.settledBy} · {formatMoment(work.settledAt)} · {work.note}</p>
              : (['TAKEN_UP', 'LAID_ASIDE'] as const).map((choice) => <Button key={choice} className="kept-choice" onClick={() => setOutcome(choice)}>{t(`devices.${choice}`)}</Button>)}
            {outcome && <FieldWorkDialog title={t(`devices.${outcome}`)} body={t(`devices.${outcome}_BODY`)} confirm={t(`devices.${outcome}`)} makeStep={(note) => ({ kind: 'settle', id, outcome, note })} onClose={() => { setOutcome(null); onClose(); }} />}
          </>
        )}
      </QueryState>
    </Drawer>
  );
}
