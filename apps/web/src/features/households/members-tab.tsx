import { Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findField, type Field } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { StatusTag } from '../../ui/status-tag.js';
import { useFieldText } from '../../ui/use-field-text.js';
import type { Household, Member } from './households.api.js';
import { MemberEdit } from './edit/member-edit.js';
import { UnmaskButton } from './unmask-button.js';

const columns: readonly Field[] = ['relationToHead', 'gender', 'birthDate', 'ethnicGroup', 'idNo', 'disabilityCertNo', 'phone', 'joinedOn', 'leftOn', 'memberChangeReason']
  .flatMap((key) => findField('member', key) ?? []);
const whenLeft: ReadonlySet<string> = new Set(['leftOn', 'memberChangeReason']);

/** The people, the head first; who has left is shown on request. */
export function MembersTab({ household }: { household: Household }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const fieldText = useFieldText();
  const [everybody, setEverybody] = useState(false);
  const gone = household.members.filter((member) => !member.active).length;
  const cell = (field: Field) => (_: unknown, member: Member) => {
    const text = fieldText(field, member.values[field.key]);
    return text === null ? '—' : <span className="nowrap">{text} {field.encrypted && <UnmaskButton householdId={household.id} memberId={member.id} field={field} />}</span>;
  };
  return (
    <>
      <Table<Member>
        size="middle" rowKey="id" pagination={false} scroll={{ x: 'max-content' }} dataSource={household.members.filter((member) => everybody || member.active)}
        columns={[
          { title: t('households.member.name'), render: (_, member) => <><strong>{member.name}</strong> {member.isHead && <StatusTag tone="info">{t('households.member.head')}</StatusTag>}</> },
          ...columns.filter((field) => everybody || !whenLeft.has(field.key)).map((field) => ({ key: field.key, title: field[language], render: cell(field) })),
          { key: 'edit', title: t('households.edit.column'), render: (_, member) => <MemberEdit household={household} member={member} /> },
        ]}
      />
      {gone > 0 && <p><button type="button" className="text-button" onClick={() => setEverybody(!everybody)}>{t(everybody ? 'households.member.hideGone' : 'households.member.showGone', { count: gone })}</button></p>}
    </>
  );
}
