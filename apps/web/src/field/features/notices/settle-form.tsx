import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { caseIdOf, save, useDraft, useSyncState } from '../../store/index.js';
import { BigButton, Chips, say, TextArea } from '../../ui/index.js';
import type { PackObjection } from '../cases/pack-case.js';
import type { ShownCase } from '../cases/use-cases.js';

const results = ['NOT_UPHELD', 'UPHELD_RETURN', 'UPHELD_REFUSE'] as const;
interface Settlement {
  readonly result: (typeof results)[number];
  readonly finding: string;
}
const fresh = (): Settlement => ({ result: 'NOT_UPHELD', finding: '' });

/** 调查结论: the notice runs on, the case goes back, or it ends. */
export function SettleForm({ shown: { kase, household, entry }, objection }: { shown: ShownCase; objection: PackObjection }) {
  const { t } = useTranslation();
  const { waiting } = useSyncState();
  const [tried, setTried] = useState(false);
  const key = `settle:${objection.id}`;
  const { value, set } = useDraft<Settlement>(key, fresh);
  const missing = value.finding.trim() === '';
  const keep = async () => {
    if (missing) return setTried(true);
    const payload = { step: kase.step?.code, action: 'settle_objection', settlement: { objectionId: objection.id, result: value.result, finding: value.finding.trim() } };
    await save([{ kind: 'case.act', entityId: caseIdOf(kase.id, household.village), householdId: household.id, title: t('field.notices.titles.settle', { name: entry.headName }), payload, draftKey: key }]);
    say(t('field.notices.settled', { count: waiting + 1 }));
  };
  return (
    <>
      <Chips shown label={t('field.notices.result')} options={results.map((result) => ({ value: result, text: t(`field.notices.results.${result}`) }))} value={value.result} onChange={(result) => set((old) => ({ ...old, result }))} testid="settle" />
      <TextArea label={t('field.notices.finding')} required value={value.finding} maxLength={500} error={tried && missing ? t('field.notices.findingMissing') : null} onChange={(finding) => set((old) => ({ ...old, finding }))} testid="settle-finding" />
      <BigButton onClick={() => void keep()} data-testid="settle-save">{t('field.notices.settleSave')}</BigButton>
    </>
  );
}
