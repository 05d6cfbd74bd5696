import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { caseIdOf, save, useDraft, useSyncState } from '../../store/index.js';
import { BigButton, say, TextArea, TextField } from '../../ui/index.js';
import type { ShownCase } from '../cases/use-cases.js';

const empty = { objector: '', contact: '', statement: '' };
const fresh = () => empty;

/** 人 · 联系方式 · 内容. Who objects may stay unnamed. */
export function ObjectionForm({ shown: { kase, household, entry }, onSaved }: { shown: ShownCase; onSaved: () => void }) {
  const { t } = useTranslation();
  const { waiting } = useSyncState();
  const [tried, setTried] = useState(false);
  const key = `objection:${kase.id}`;
  const { value, set } = useDraft(key, fresh);
  const change = (part: Partial<typeof empty>) => set((old) => ({ ...old, ...part }));
  const missing = value.statement.trim() === '';
  const keep = async () => {
    if (missing) return setTried(true);
    const objector = [value.objector.trim(), value.contact.trim()].filter(Boolean).join(' ').slice(0, 100);
    const payload = { statement: value.statement.trim(), ...(objector ? { objector } : {}) };
    await save([{ kind: 'objection.file', entityId: caseIdOf(kase.id, household.village), householdId: household.id, title: t('field.notices.titles.object', { name: entry.headName }), payload, draftKey: key }]);
    say(t('field.notices.objected', { count: waiting + 1 }));
    onSaved();
  };
  return (
    <>
      <TextField label={t('field.notices.objector')} value={value.objector} maxLength={50} onChange={(objector) => change({ objector })} testid="objector" />
      <TextField label={t('field.notices.contact')} value={value.contact} maxLength={40} inputMode="tel" onChange={(contact) => change({ contact })} testid="objector-contact" />
      <TextArea label={t('field.notices.statement')} required value={value.statement} maxLength={500} error={tried && missing ? t('field.notices.statementMissing') : null} onChange={(statement) => change({ statement })} testid="objection-text" />
      <BigButton onClick={() => void keep()} data-testid="objection-save">{t('field.notices.objectSave')}</BigButton>
    </>
  );
}
