import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../../api/client.js';
import { BigButton, Card, Problem, Row, Rows } from '../../ui/index.js';
import { StandingTag } from './household-tags.js';

interface Found {
  id: string;
  headName: string | null;
  status: string;
  memberCount: number;
}

/** Nobody on the phone fits: with a network the server may know. What it finds cannot be opened here, only read. */
export function AskServer({ words }: { words: string }) {
  const { t } = useTranslation();
  const [found, setFound] = useState<{ words: string; rows: readonly Found[] }>();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    setBusy(true);
    setError(null);
    await call(api.GET('/api/v1/households', { params: { query: { q: words, limit: 20 } } })).then((page) => setFound({ words, rows: page.items }), setError);
    setBusy(false);
  };
  return (
    <Card title={t('field.households.notOnPhone')} data-testid="not-on-phone">
      <p>{t('field.households.notOnPhoneNote')}</p>
      <BigButton kind="plain" busy={busy} onClick={() => void ask()} data-testid="ask-server">{t('field.households.askServer')}</BigButton>
      {error !== null && <Problem error={error} />}
      {found?.words === words && (found.rows.length === 0 ? <p role="status">{t('field.households.serverNone')}</p> : (
        <Rows>{found.rows.map((row) => <Row key={row.id} title={row.headName ?? ''} note={t('common.persons', { count: row.memberCount })} extra={<StandingTag status={row.status} />} />)}</Rows>
      ))}
    </Card>
  );
}
