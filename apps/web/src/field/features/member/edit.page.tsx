import { useTranslation } from 'react-i18next';
import { Empty, FieldPage } from '../../ui/index.js';
import { OnThisPhone } from '../new/on-this-phone.js';
import { EditScreen } from './edit-screen.js';
import { memberRow } from './member-correction.js';
import { useFieldSearch } from '../new/go.js';

/** 更正成员信息. */
export function MemberEditPage() {
  const { t } = useTranslation();
  const { hh, member } = useFieldSearch();
  return (
    <OnThisPhone id={hh ?? ''} title={t('field.member.editTitle')}>
      {(household) => {
        const row = memberRow(household, member ?? '');
        if (!row) return <FieldPage title={t('field.member.editTitle')} back><Empty>{t('field.member.noSuchPerson')}</Empty></FieldPage>;
        return <EditScreen key={String(row['id'])} household={household} row={row} />;
      }}
    </OnThisPhone>
  );
}
