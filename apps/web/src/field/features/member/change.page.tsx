import { useTranslation } from 'react-i18next';
import { ChooseHousehold } from '../new/choose-household.js';
import { OnThisPhone } from '../new/on-this-phone.js';
import { ChangeScreen } from './change-screen.js';
import { useFieldSearch } from '../new/go.js';

/** 成员变化. */
export function MemberChangePage() {
  const { t } = useTranslation();
  const { hh, member } = useFieldSearch();
  if (!hh) return <ChooseHousehold title={t('field.member.title')} to="/members/change" />;
  return <OnThisPhone id={hh} title={t('field.member.title')}>{(household) => <ChangeScreen key={household.id} household={household} member={member ?? null} />}</OnThisPhone>;
}
