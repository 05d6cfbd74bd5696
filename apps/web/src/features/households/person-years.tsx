import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldsOf } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { useFieldText } from '../../ui/use-field-text.js';
import type { HouseholdYear } from './households.api.js';

type PersonYear = HouseholdYear['members'][number];
const fields = fieldsOf('memberYear').filter((field) => field.key !== 'year');

/** What was recorded of the persons in that year; only columns that somebody filled. */
export function PersonYears({ persons }: { persons: PersonYear[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const fieldText = useFieldText();
  const filled = fields.filter((field) => persons.some((person) => fieldText(field, person.values[field.key]) !== null));
  if (persons.length === 0) return null;
  return (
    <section className="tab-section">
      <h3>{t('households.year.persons')}</h3>
      <Table<PersonYear>
        size="small" rowKey="memberId" pagination={false} scroll={{ x: 'max-content' }} dataSource={persons}
        columns={[
          { title: t('households.member.name'), dataIndex: 'name', fixed: 'left' },
          ...filled.map((field) => ({ key: field.key, title: field[language], render: (_: unknown, person: PersonYear) => fieldText(field, person.values[field.key]) ?? '—' })),
        ]}
      />
    </section>
  );
}
