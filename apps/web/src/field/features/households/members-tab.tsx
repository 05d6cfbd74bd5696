import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeLabel, type PackRow } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { BigButton, Row, Rows, Sheet, StatusTag, useGo } from '../../ui/index.js';
import { DialButton } from '../dial/dial-button.js';
import { EditedTag } from './edited-tag.js';
import { RecordedFacts } from './recorded-facts.js';
import { numberOf, textOf } from './row-values.js';
import type { Shown } from './use-judged.js';

const ageOn = (birthDate: string, today: string): number => Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (today.slice(5) < birthDate.slice(5) ? 1 : 0);

/** 成员: everybody of the household; a tap shows all that is recorded of the person. */
export function MembersTab({ shown }: { shown: Shown }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const go = useGo();
  const [open, setOpen] = useState<PackRow | null>(null);
  const line = (row: PackRow): string => [
    codeLabel('relationToHead', textOf(row, 'relationToHead'), language), textOf(row, 'gender') && codeLabel('gender', textOf(row, 'gender'), language),
    textOf(row, 'birthDate') && t('field.households.age', { age: ageOn(textOf(row, 'birthDate'), shown.today) }),
  ].filter(Boolean).join(' · ');
  const year = open && [...shown.rows.memberYears].filter((row) => row['memberId'] === open['id']).sort((left, right) => (numberOf(right, 'year') ?? 0) - (numberOf(left, 'year') ?? 0))[0];
  return (
    <>
      <Rows label={t('field.households.tab.members')}>
        {shown.rows.members.map((row) => (
          <Row key={textOf(row, 'id')} title={<>{textOf(row, 'name')}<EditedTag shown={shown} entity="member" row={textOf(row, 'id')} field="joinedOn" /></>} note={line(row)} onClick={() => setOpen(row)} data-testid={`member-${textOf(row, 'id')}`}
            extra={row['leftOn'] !== undefined ? <StatusTag tone="neutral" mark="✗">{t('field.households.left', { on: textOf(row, 'leftOn') })}</StatusTag> : undefined} />
        ))}
      </Rows>
      <BigButton kind="plain" data-testid="member-change" onClick={() => go('/members/change', { search: { hh: shown.id } })}>{t('field.households.memberChange')}</BigButton>
      <Sheet open={open !== null} title={textOf(open ?? undefined, 'name')} onClose={() => setOpen(null)}>
        {open && <RecordedFacts shown={shown} entity="member" row={open} rowKey={textOf(open, 'id')} without={['name']} />}
        {open && textOf(open, 'phone') !== '' && shown.rows.households[0]?.['isPractice'] !== true && <DialButton householdId={shown.id} memberId={textOf(open, 'id')} name={textOf(open, 'name')} />}
        {open && <BigButton kind="plain" data-testid="member-edit" onClick={() => go('/members/edit', { search: { hh: shown.id, member: textOf(open, 'id') } })}>{t('field.households.memberEdit')}</BigButton>}
        {open && year && <><h3>{t('field.households.inYear', { year: numberOf(year, 'year') ?? 0 })}</h3><RecordedFacts shown={shown} entity="memberYear" row={year} rowKey={`${textOf(open, 'id')} ${numberOf(year, 'year')}`} without={['year']} /></>}
      </Sheet>
    </>
  );
}
