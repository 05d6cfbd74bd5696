import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackRow } from '#domain';
import { caseIdOf, save, useDraft, useMe, useSyncState } from '../../store/index.js';
import { BigButton, Chips, DateField, MoneyField, say, Sheet, Strip, TextField } from '../../ui/index.js';
import { numberOf, textOf } from '../households/row-values.js';
import type { Shown } from '../households/use-judged.js';
import { deliveryPayload, evidenceKinds, type Delivery, type EvidenceKind } from './deliver-form.js';
import { useMeasures } from './use-measure-names.js';

interface Props {
  shown: Shown;
  assignment: PackRow;
  onClose: () => void;
}

/** 登记落实: prefilled with the approved amount, today and one's own name; kept as a draft while it is written. */
export function DeliverSheet({ shown, assignment, onClose }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const { waiting } = useSyncState();
  const measures = useMeasures();
  const [asked, setAsked] = useState(false);
  const id = textOf(assignment, 'id');
  const amountFen = numberOf(assignment, 'approvedAmount');
  const draftKey = `deliver:${id}`;
  const initial = useCallback((): Delivery => ({ on: shown.today, amountFen, quantity: '', evidence: [], deliveredBy: me.name }), [shown.today, amountFen, me.name]);
  const { value, set } = useDraft<Delivery>(draftKey, initial);
  const change = (part: Partial<Delivery>) => set((old) => ({ ...old, ...part }));
  const ready = value.evidence.length > 0 && value.deliveredBy.trim() !== '';
  const store = async () => {
    setAsked(true);
    if (!ready) return;
    const payload = deliveryPayload(value, { evidence: (kind) => t(`field.help.evidence.${kind}`), amount: (yuan) => t('field.help.amountNote', { yuan }) });
    await save([{ kind: 'assignment.deliver', entityId: caseIdOf(id, shown.id), householdId: shown.id, title: `${textOf(shown.rows.households[0], 'headName')} · ${measures.name(textOf(assignment, 'measure'))}`, payload, draftKey }]);
    say(t('field.help.saved', { count: waiting + 1 }));
    onClose();
  };
  return (
    <Sheet open title={measures.name(textOf(assignment, 'measure'))} onClose={onClose} footer={<BigButton onClick={() => void store()} data-testid="deliver-save">{t('common.save')}</BigButton>} data-testid="deliver-sheet">
      <MoneyField label={t('field.help.amount')} value={value.amountFen} onChange={(fen) => change({ amountFen: fen })} hint={amountFen === null ? undefined : t('field.help.asApproved')} testid="deliver-amount" />
      <TextField label={t('field.help.quantity')} placeholder={t('field.help.quantityHint')} value={value.quantity} onChange={(quantity) => change({ quantity })} maxLength={100} testid="deliver-quantity" />
      <Chips<EvidenceKind> label={t('field.help.evidenceTitle')} shown multiple options={evidenceKinds.map((kind) => ({ value: kind, text: t(`field.help.evidence.${kind}`) }))} value={value.evidence} onChange={(evidence) => change({ evidence })} testid="evidence" />
      {asked && value.evidence.length === 0 && <Strip kind="error">{t('field.help.evidenceMissing')}</Strip>}
      <DateField label={t('field.help.on')} value={value.on} max={shown.today} onChange={(on) => change({ on: on ?? shown.today })} testid="deliver-on" />
      <TextField label={t('field.help.by')} value={value.deliveredBy} onChange={(deliveredBy) => change({ deliveredBy })} maxLength={100} error={asked && value.deliveredBy.trim() === '' ? t('field.help.byMissing') : null} testid="deliver-by" />
    </Sheet>
  );
}
