import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../store/index.js';
import type { PackHousehold } from '../../store/types.js';
import { Card, Chips, DateField, FieldPage } from '../../ui/index.js';
import { activeMembers, headNameOf } from '../visit/members.js';
import { useToday } from '../visit/use-today.js';
import { changeTypes, emptyChange, isYearly, joins, leaves, needsDirection, type MemberChangeForm } from './member-change.js';
import { NewcomerFields } from './newcomer-fields.js';
import { SaveChange } from './save-change.js';
import { YearFields } from './year-fields.js';

/** What changed with whom: only the fields of the chosen kind. */
export function ChangeScreen({ household, member }: { household: PackHousehold; member: string | null }) {
  const { t } = useTranslation();
  const today = useToday();
  const draftKey = `member-change:${household.id}`;
  const { value: form, set } = useDraft(draftKey, useCallback(() => emptyChange(today, member), [today, member]));
  const change = (part: Partial<MemberChangeForm>) => set((now) => ({ ...now, ...part }));
  const members = activeMembers(household, today);
  const person = members.find(({ id }) => id === form.memberId) ?? null;
  const others = members.filter(({ id }) => id !== form.memberId);
  const isDated = joins(form) || leaves(form);
  return (
    <FieldPage title={t('field.member.of', { name: headNameOf(household) })} back={`/households/${household.id}`} footer={<SaveChange {...{ household, draftKey, form }} />}>
      <Card>
        <Chips label={t('field.member.what')} shown options={changeTypes.map((type) => ({ value: type, text: t(`field.member.type.${type}`) }))} value={form.type} onChange={(type) => change({ type, direction: null })} testid="change" />
        {needsDirection(form.type) && <Chips label={t('field.member.direction')} shown options={(['in', 'out'] as const).map((way) => ({ value: way, text: t(`field.member.${form.type === 'marriage' ? 'marriage' : 'move'}.${way}`) }))} value={form.direction} onChange={(direction) => change({ direction })} testid="direction" />}
        {(leaves(form) || isYearly(form.type)) && <Chips label={t('field.member.who')} shown options={members.map(({ id, name }) => ({ value: id, text: name }))} value={form.memberId} onChange={(memberId) => change({ memberId })} testid="who" />}
        {leaves(form) && person?.isHead && others.length > 0 && <Chips label={t('field.member.successor')} shown options={others.map(({ id, name }) => ({ value: id, text: name }))} value={form.successor} onChange={(successor) => change({ successor })} testid="successor" />}
        {joins(form) && <NewcomerFields form={form} set={set} />}
        {isDated && <DateField label={t('field.member.day')} value={form.occurredOn} max={today} onChange={(day) => day && change({ occurredOn: day })} testid="change-day" />}
        {isYearly(form.type) && person && <YearFields {...{ household, form, person }} onChange={change} />}
      </Card>
    </FieldPage>
  );
}
