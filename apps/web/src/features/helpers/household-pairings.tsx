import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import { QueryState } from '../../ui/query-state.js';
import { StatusTag } from '../../ui/status-tag.js';
import { endPairing, pairingListQuery, type Pairing } from './helpers.api.js';
import { PairDialog } from './pair-dialog.js';
import { EndDialog } from '../teams/end-dialog.js';

/** Who helps the household, and who did before. */
export function HouseholdPairings({ householdId }: { householdId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const [pairing, setPairing] = useState(false);
  const [ending, setEnding] = useState<Pairing | null>(null);
  const write = may(Permission.PairingWrite);
  return (
    <section className="tab-section">
      <div className="page-head"><h3>{t('teams.helpers.title')}</h3><span className="spacer" />{write && <Button onClick={() => setPairing(true)}>{t('teams.helpers.pair')}</Button>}</div>
      <QueryState query={useQuery(pairingListQuery({ household: householdId, limit: 50 }))}>
        {({ items }) => (items.length === 0 ? <p className="secondary">{t('teams.helpers.nobody')}</p> : (
          <ul className="due-list">
            {items.map((row) => (
              <li key={row.id}>
                {row.endedOn === null ? <StatusTag tone="success" mark="✓">{t('teams.helpers.now')}</StatusTag> : <StatusTag tone="neutral" mark="■">{t('teams.helpers.before')}</StatusTag>} <strong>{row.helperName}</strong> <span className="secondary">{row.helperUnit} {row.helperPhone} · {t('teams.since', { from: row.startedOn })}{row.endedOn && t('teams.until', { to: row.endedOn, reason: row.endReason ?? '' })}</span>
                {write && row.endedOn === null && <Button size="small" type="link" danger onClick={() => setEnding(row)}>{t('teams.helpers.end')}</Button>}
              </li>
            ))}
          </ul>
        ))}
      </QueryState>
      {pairing && <PairDialog householdId={householdId} onClose={() => setPairing(false)} />}
      {ending && <EndDialog title={t('teams.helpers.endTitle', { name: ending.helperName })} okText={t('teams.helpers.end')} follows={t('teams.helpers.endFollows')} send={(body) => endPairing(ending.id, body)} onClose={() => setEnding(null)} />}
    </section>
  );
}
