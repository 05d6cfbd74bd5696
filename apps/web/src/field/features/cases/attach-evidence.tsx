import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCaseId, SUPPLEMENT } from '#domain';
import { useLocalText } from '../../../i18n/use-language.js';
import { caseIdOf, save, useDraft, usePhotos, useSyncState, type PackHousehold } from '../../store/index.js';
import { BigButton, Card, Chips, say, TextArea } from '../../ui/index.js';
import type { FieldCase } from './field-case.js';
import { PaperPhotos } from './paper-photos.js';
import { photoOwner } from './use-dossier.js';

interface Draft {
  readonly kind: string;
  readonly text: string;
}

/** 补充佐证: papers for the step at which the case stands; it only adds. */
export function AttachEvidence({ kase, household, headName }: { kase: FieldCase; household: PackHousehold; headName: string }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const { waiting } = useSyncState();
  const [open, setOpen] = useState(false);
  const [tried, setTried] = useState(false);
  const needs = [...(kase.step?.evidence ?? []), SUPPLEMENT];
  const key = `attach:${kase.id}`;
  const initial = useCallback((): Draft => ({ kind: needs[0]?.kind ?? SUPPLEMENT.kind, text: '' }), [kase.step]);
  const { value: draft, set } = useDraft<Draft>(key, initial);
  const photos = usePhotos(photoOwner(key, draft.kind));
  const empty = photos.length === 0 && draft.text.trim() === '';
  const keep = async () => {
    if (empty) return setTried(true);
    const county = household.village.slice(0, 6);
    const pictures = photos.map(({ id }) => ({ kind: draft.kind, attachmentId: formatCaseId(county, id), ...(draft.text.trim() ? { title: draft.text.trim().slice(0, 200) } : {}) }));
    const evidence = pictures.length > 0 ? pictures : [{ kind: draft.kind, text: draft.text.trim() }];
    await save([{ kind: 'evidence.attach', entityId: caseIdOf(kase.id, household.village), householdId: household.id, title: t('field.cases.titles.attach', { name: headName }), payload: { step: kase.step?.code, evidence }, photos: photos.map(({ id }) => id), draftKey: key }]);
    setOpen(false);
    setTried(false);
    say(t('field.cases.saved', { count: waiting + 1 }));
  };
  if (!open) return <BigButton kind="plain" onClick={() => setOpen(true)} data-testid="attach">{t('field.cases.attach')}</BigButton>;
  return (
    <Card title={t('field.cases.attach')}>
      <p className="small">{t('field.cases.attachHint')}</p>
      <Chips shown label={t('field.cases.attachKind')} options={needs.map(({ kind, name }) => ({ value: kind, text: local(name) }))} value={draft.kind} onChange={(kind) => set((old) => ({ ...old, kind }))} testid="attach-kind" />
      <TextArea label={t('field.cases.attachText')} value={draft.text} error={tried && empty ? t('field.cases.attachEmpty') : null} onChange={(text) => set((old) => ({ ...old, text }))} testid="attach-text" />
      <PaperPhotos key={draft.kind} draftKey={key} kind={draft.kind} />
      <BigButton onClick={() => void keep()} data-testid="attach-save">{t('field.cases.attachSave')}</BigButton>
    </Card>
  );
}
