import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeLabel, uuidV7 } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { useHouseholdIndex, usePhotos, useSyncState } from '../../store/index.js';
import type { PackHousehold } from '../../store/types.js';
import { Ask, BigButton, Chips, Problem, TextField } from '../../ui/index.js';
import { openItems, visitDoubts, visitFaults } from './form/check-visit.js';
import type { LastVisit } from './form/last-visit.js';
import { visitContent } from './form/visit-payload.js';
import type { VisitForm } from './form/visit-form.js';
import { useIncomePreview } from './use-income-preview.js';
import { useKeepVisit } from './use-keep-visit.js';
import { useToday } from './use-today.js';

const excuses = ['asked', 'seen', 'papers'] as const;

interface Props {
  household: PackHousehold;
  last: LastVisit | null;
  draftKey: string;
  form: VisitForm;
  correcting: string | null;
  onFaults: (texts: readonly string[]) => void;
}

/** 保存 and 保存并访下一户. What is missing is shown where it is missing; what looks odd is asked about. */
export function SaveVisit({ household, last, draftKey, form, correcting, onFaults }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const photos = usePhotos(draftKey).map(({ id }) => id);
  const { serverTimeOffset } = useSyncState();
  const today = useToday();
  const visitedToday = useHouseholdIndex().some((entry) => entry.id === household.id && entry.lastVisitOn === today);
  const preview = useIncomePreview(household, form);
  const { keep, busy, failed } = useKeepVisit(household, draftKey);
  const [asking, setAsking] = useState<{ next: boolean } | null>(null);
  const [excuse, setExcuse] = useState('');
  const contentWith = (because: string) => visitContent(form, {
    base: last, visitedAt: new Date().toISOString(), clockOffsetSeconds: Math.round(serverTimeOffset / 1000), photos, excuse: because,
    kindName: (kind) => codeLabel('monitoringRisk', kind), excused: (text) => t('field.visit.excused', { text }),
  });
  const correction = correcting ? { of: correcting, reason: form.reason.trim() } : undefined;
  const press = (next: boolean) => {
    const content = contentWith('');
    const open = openItems(form);
    const others = visitFaults(content, uuidV7()).filter(({ field }) => !open.some((item) => field === `assurances.${item}`)).map((fault) => fault[language]);
    const missing = open.length > 0 ? [t('field.visit.unanswered', { items: open.map((item) => codeLabel('assurance', item, language)).join(' · ') })] : [];
    const unexplained = correction?.reason === '' ? [t('field.visit.reasonMissing')] : [];
    const faults = [...unexplained, ...missing, ...others];
    onFaults(faults);
    if (faults.length > 0) return document.getElementById(open[0] ? `seven-${open[0]}` : 'content')?.scrollIntoView({ block: 'center' });
    if (doubts.length > 0) return setAsking({ next });
    void keep(content, { next, correction });
  };
  const doubts = visitDoubts(form, { incomeJumps: preview?.jumps ?? false, visitedToday: visitedToday && !correcting });
  const confirm = () => {
    setAsking(null);
    void keep(contentWith(excuse), { next: asking?.next ?? false, correction });
  };
  return (
    <>
      {failed !== null && <Problem error={failed} />}
      <div className="visit-save">
        {!correcting && <BigButton kind="plain" busy={busy} onClick={() => press(true)} data-testid="save-and-next">{t('field.visit.saveAndNext')}</BigButton>}
        <BigButton busy={busy} onClick={() => press(false)} data-testid="save-visit">{t('common.save')}</BigButton>
      </div>
      <Ask open={asking !== null} title={t('field.visit.saveAnyway')} confirm={t('field.visit.saveStill')} disabled={excuse.trim() === ''} onClose={() => setAsking(null)} onConfirm={confirm} body={(
        <>
          <ul>{doubts.map((doubt) => <li key={doubt}>{t(`field.visit.doubt.${doubt}`)}</li>)}</ul>
          <Chips label={t('field.visit.why')} shown options={excuses.map((key) => ({ value: t(`field.visit.excuse.${key}`), text: t(`field.visit.excuse.${key}`) }))} value={excuse} onChange={setExcuse} testid="excuse" />
          <TextField label={t('field.visit.otherReason')} value={excuse} onChange={setExcuse} testid="excuse-text" />
        </>
      )} />
    </>
  );
}
