import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/use-language.js';
import { caseIdOf, newCaseId, save, useSyncState } from '../../store/index.js';
import type { PackHousehold, Work } from '../../store/types.js';
import { BigButton, Problem, say } from '../../ui/index.js';
import { firstYear, memberYearRow, yearRow } from '../income/year-row.js';
import { activeMembers } from '../visit/members.js';
import { useToday } from '../visit/use-today.js';
import { eventPayload, isYearly, joins, missing, newcomerFaults, yearPayload, type MemberChangeForm } from './member-change.js';
import { useGo } from '../new/go.js';

interface Props {
  household: PackHousehold;
  draftKey: string;
  form: MemberChangeForm;
}

/** Saves the change; says what is still missing instead of letting one guess. */
export function SaveChange({ household, draftKey, form }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const go = useGo();
  const { waiting } = useSyncState();
  const today = useToday();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const members = activeMembers(household);
  const head = members.find(({ isHead }) => isHead)?.id ?? null;
  const lacking = missing(form, { head, others: members.length - 1 });
  const fault = lacking.length === 0 && joins(form) ? newcomerFaults(form)[0] : undefined;
  const why = fault ? fault[language] : lacking[0] ? t(`field.member.missing.${lacking[0]}`) : '';
  const caseId = (id: string) => caseIdOf(id, household.id);
  const work = (): Work => {
    const name = joins(form) ? form.name.trim() : (members.find(({ id }) => id === form.memberId)?.name ?? '');
    const common = { householdId: household.id, draftKey, title: t('field.member.itemTitle', { what: t(`field.member.type.${form.type ?? 'birth'}`), name }) };
    if (isYearly(form.type)) {
      const year = firstYear(household, today);
      const memberId = form.memberId ?? '';
      const version = yearRow(household, year)?.['version'];
      return {
        ...common, kind: 'year.correct', entityId: caseId(household.id), ...(typeof version === 'number' ? { baseVersion: version } : {}),
        payload: yearPayload(form, { year, reason: common.title, row: memberYearRow(household, memberId, year), memberCaseId: caseId(memberId) }),
      };
    }
    const entityId = joins(form) ? newCaseId(household.id) : caseId(form.memberId ?? '');
    return { ...common, kind: 'household.event', entityId, payload: { householdId: caseId(household.id), ...eventPayload(form, { head, caseId }) } };
  };
  const keep = async (): Promise<void> => {
    setBusy(true);
    try {
      await save([work()]);
      say(t('field.visit.saved', { waiting: waiting + 1 }));
      await go(`/households/${household.id}`, {}, { replace: true });
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {failed !== null && <Problem error={failed} />}
      <BigButton disabled={why !== ''} why={why} busy={busy} onClick={() => void keep()} data-testid="save-change">{t('common.save')}</BigButton>
    </>
  );
}
