import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

interface Props {
  id: string | null;
  head: string | null;
  /** The person it is about, where it is about one. */
  member?: string | null;
}

/** The household by the name of its head, and the person. */
export function HouseholdLink({ id, head, member }: Props) {
  const { t } = useTranslation();
  if (id === null) return <>—</>;
  return <><Link to="/households/$id" params={{ id }} search={{ tab: 'help' }} className="nowrap">{head ?? t('help.household')}</Link>{member && <div className="secondary nowrap">{member}</div>}</>;
}
