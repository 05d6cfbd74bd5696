import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { typedLines } from '#domain';
import { formatMoment } from '../../../../i18n/format.js';
import { useLanguage, useLocalText } from '../../../../i18n/use-language.js';
import { FactList } from '../../../../ui/fact-list.js';
import { QueryState } from '../../../../ui/query-state.js';
import { RefusedTag } from './refused-tag.js';
import { refusedWorkQuery, type RefusedOutcome } from './refused.api.js';
import { SettleDialog } from './settle-dialog.js';

/** What was typed on the phone, and what becomes of it; what is on record stays out. */
export function RefusedPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const language = useLanguage();
  const query = useQuery(refusedWorkQuery(id));
  const [outcome, setOutcome] = useState<RefusedOutcome | null>(null);
  return (
    <Drawer open title={t('samples.refused.panel')} size={560} onClose={onClose}>
      <QueryState query={query}>
        {(work) => (
          <>
            <p>{work.sampleName} · {work.ordinal} · {work.headName}</p>
            <p>{t(`samples.refused.kind.${work.kind}`)} · {work.sentBy} · {formatMoment(work.occurredAt)}</p>
            <p className="missing">{local({ zh: work.title, en: work.titleEn })}</p>
            <FactList entries={typedLines(work.content, language)} />
            {work.outcome
              ? <p><RefusedTag outcome={work.outcome} /> {work.settledBy} {formatMoment(work.settledAt)} {work.note}</p>
              : <p className="sheet-buttons">{(['LATE_NOTE', 'DISMISSED'] as const).map((choice) => <Button key={choice} onClick={() => setOutcome(choice)}>{t(`samples.refused.step.${choice}`)}</Button>)}</p>}
            {outcome && <SettleDialog id={id} outcome={outcome} onClose={() => setOutcome(null)} onDone={onClose} />}
          </>
        )}
      </QueryState>
    </Drawer>
  );
}
