import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMe } from '../../store/index.js';
import { Row, Rows } from '../../ui/index.js';
import { useFieldSearch, type FieldSearch } from './go.js';

const choices = [
  { key: 'visit', to: '/visits/new', permission: Permission.VisitWrite },
  { key: 'clue', to: '/clues/new', permission: Permission.ClueWrite },
  { key: 'member', to: '/members/change', permission: Permission.HouseholdWrite },
  { key: 'income', to: '/income', permission: Permission.HouseholdWrite },
  { key: 'start', to: '/cases/new', permission: Permission.CaseStart },
] as const;

/** What one may begin; from the page of a household it begins with that household. */
export function BeginRows({ onGo }: { onGo: (to: string, search: FieldSearch) => void }) {
  const { t } = useTranslation();
  const { permissions } = useMe();
  const { pathname } = useLocation();
  const search = useFieldSearch();
  const hh = /^\/households\/([0-9a-f-]{36,})/.exec(pathname)?.[1] ?? search.hh;
  return (
    <Rows label={t('field.begin.title')}>
      {choices.filter(({ permission }) => permissions.includes(permission)).map(({ key, to }) => (
        <Row key={key} title={t(`field.begin.${key}`)} note={t(`field.begin.${key}Note`)} onClick={() => onGo(to, hh ? { hh } : {})} data-testid={`new-${key}`} />
      ))}
    </Rows>
  );
}
