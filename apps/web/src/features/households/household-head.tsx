import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { findField } from '#domain';
import { Card } from '../../ui/card.js';
import { FieldFacts } from '../../ui/field-facts.js';
import { HouseholdStatusTag } from '../../ui/household-status.js';
import type { Household } from './households.api.js';
import { EditBar } from './edit/edit-bar.js';
import { UnmaskButton } from './unmask-button.js';

const shown = ['householdCode', 'poorHouseholdType', 'mainCause', 'otherCauses', 'firstIdentifiedMonth', 'exitYear', 'phone', 'bankAccountNo']
  .flatMap((key) => findField('household', key) ?? []);

/** Who the household is, in one strip. */
export function HouseholdHead({ household }: { household: Household }) {
  const { t } = useTranslation();
  const head = <>{household.headName} <HouseholdStatusTag status={household.status} /> <span className="secondary">{t('households.memberCount', { count: household.memberCount })}</span></>;
  return (
    <Card title={head} extra={<EditBar household={household} />}>
      {household.endedOn && <Alert type="warning" showIcon title={t('households.ended', { date: household.endedOn })} />}
      <FieldFacts fields={shown} values={household.values} after={(field) => field.encrypted && <UnmaskButton householdId={household.id} field={field} />} />
    </Card>
  );
}
