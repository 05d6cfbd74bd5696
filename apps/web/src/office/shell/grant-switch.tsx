import { useMutation } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { roleTable } from '#domain';
import { api, call } from '../../api/client.js';
import { useLanguage } from '../../i18n/use-language.js';
import { useMe, type Me } from '../../session/me.js';
import { DivisionName } from '../../ui/division-name.js';

type Grant = Me['grants'][number];

function GrantText({ grant }: { grant: Pick<Grant, 'role' | 'division'> }) {
  const language = useLanguage();
  return <>{roleTable[grant.role][language]} · <DivisionName code={grant.division} /></>;
}

/** The grant in use; with several of them, the way to another. The page starts anew under it. */
export function GrantSwitch() {
  const { t } = useTranslation();
  const me = useMe();
  const change = useMutation({
    mutationFn: (grantId: string) => call(api.POST('/api/v1/sessions/current/grant', { body: { grantId } })),
    onSuccess: () => window.location.assign('/'),
  });
  const current = me.grants.find((grant) => grant.role === me.role && grant.division === me.division);
  if (me.grants.length < 2 || !current) return <span className="grant"><GrantText grant={me} /></span>;
  const options = me.grants.map((grant) => ({ value: grant.id, label: <GrantText grant={grant} /> }));
  return <Select aria-label={t('shell.grant')} size="small" value={current.id} options={options} onChange={(grantId: string) => change.mutate(grantId)} loading={change.isPending} popupMatchSelectWidth={false} />;
}
