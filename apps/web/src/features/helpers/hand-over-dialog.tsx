import { useQueries, useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidV7 } from '#domain';
import { useToday } from '../../ui/use-clock.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { AreaItem, DayItem } from '../help/parts/items.js';
import { PickMany } from '../help/parts/pick-many.js';
import { RowResults, type ManyResult } from '../help/parts/row-results.js';
import { HelperRadio } from './helper-radio.js';
import { helperListQuery } from './helpers.api.js';
import { cellKey, type Cell } from './matrix-cell.js';
import { handOver, villagePairingsQuery } from './matrix.api.js';

interface Values {
  toHelperId: string;
  on: string;
  reason: string;
  left?: string[];
}

interface Props {
  cells: readonly Cell[];
  onClose: (done: boolean) => void;
}

/** All households of the chosen numbers, less those whose tick is taken away, go to one helper from a day on. */
export function HandOverDialog({ cells, onClose }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const [result, setResult] = useState<ManyResult | null>(null);
  const keys = new Set(cells.map(cellKey));
  const villages = [...new Set(cells.map(({ villageCode }) => villageCode))];
  const lists = useQueries({ queries: villages.map((village) => villagePairingsQuery(village)) });
  const pairings = lists.flatMap(({ data }) => data ?? []).filter((pairing) => keys.has(cellKey(pairing)));
  const county = cells[0]?.villageCode.slice(0, 6) ?? '';
  const helpers = useQuery(helperListQuery({ division: county, limit: 200 })).data?.items ?? [];
  const givers = new Set(cells.map(({ helperId }) => helperId));
  const ready = lists.every(({ isSuccess }) => isSuccess);
  if (result) return <RowResults title={t('teams.helpers.handOver')} result={result} onClose={() => onClose(true)} />;
  if (!ready) return null;
  const send = async ({ toHelperId, on, reason, left }: Values): Promise<ManyResult> => {
    const chosen = pairings.filter(({ id }) => (left ?? []).includes(id));
    const answer = await handOver({ toHelperId, on, reason, pairings: chosen.map(({ id }) => ({ pairingId: id, id: uuidV7() })) });
    return {
      names: chosen.map((pairing) => pairing.headName ?? pairing.householdId),
      rows: answer.rows.map((row, index) => ({ index, id: row.id, status: null, version: null, problem: row.code === null ? null : { code: row.code, title: row.title ?? row.code, params: {} } })),
    };
  };
  return (
    <FormDialog<Values, ManyResult>
      title={t('teams.helpers.handOverTitle', { count: pairings.length })} okText={t('teams.helpers.handOver')} width={720} intro={t('teams.helpers.handOverHint')} initial={{ on: today, left: pairings.map(({ id }) => id) }}
      send={send} keepOpen onDone={setResult} onClose={() => onClose(false)}
    >
      <AreaItem name="reason" label={t('help.reason')} max={200} required autoFocus />
      <Form.Item name="toHelperId" label={t('teams.helpers.to')} rules={[{ required: true, message: t('help.fill', { field: t('teams.helpers.to') }) }]}><HelperRadio helpers={helpers.filter(({ id }) => !givers.has(id) || givers.size > 1)} /></Form.Item>
      <DayItem name="on" label={t('teams.helpers.effective')} max={today} required />
      <details><summary>{t('teams.helpers.householdsOf', { count: pairings.length })}</summary><p className="secondary">{t('teams.helpers.untick')}</p><Form.Item name="left"><PickMany label={t('teams.helpers.households')} options={pairings.map((pairing) => ({ value: pairing.id, label: `${pairing.headName ?? pairing.householdId}（${pairing.helperName}）` }))} empty={t('teams.helpers.noPairings')} /></Form.Item></details>
    </FormDialog>
  );
}
