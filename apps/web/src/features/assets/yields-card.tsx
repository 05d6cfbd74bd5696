import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import { Card } from '../../ui/card.js';
import { Fen } from '../help/parts/fen.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { FenItem, AreaItem, SelectItem } from '../help/parts/items.js';
import { useThisYear, useYearChoices } from '../help/parts/use-years.js';
import { recordYield, type AssetDetail } from './assets.api.js';
import { DistributeDialog } from './distribute-dialog.js';

type Yield = AssetDetail['yields'][number];
interface Values {
  year: string;
  amountFen: number;
  note?: string;
}

/** What it earned in each year and how much of that was distributed: never more than was earned. */
export function YieldsCard({ asset }: { asset: AssetDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const year = useThisYear();
  const years = useYearChoices();
  const write = may(Permission.AssetWrite);
  const [recording, setRecording] = useState<Yield | 'new' | null>(null);
  const [sharing, setSharing] = useState<Yield | null>(null);
  const known = recording === 'new' ? null : recording;
  const send = ({ year: of, amountFen, note }: Values) => recordYield(asset.id, Number(of), { amountFen, ...(note?.trim() ? { note: note.trim() } : {}), ...(known ? { version: known.version } : {}) });
  return (
    <Card title={t('projects.assets.yields')} extra={write && <Button onClick={() => setRecording('new')}>{t('projects.assets.action.yield')}</Button>}>
      <Table<Yield>
        aria-label={t('projects.assets.yields')} size="small" pagination={false} dataSource={asset.yields} rowKey={(row) => row.year} locale={{ emptyText: t('projects.assets.noYields') }}
        columns={[
          { title: t('help.year'), dataIndex: 'year' },
          { title: t('projects.assets.earned'), align: 'right', render: (_, row) => <Fen value={row.amountFen} /> },
          { title: t('projects.assets.distributed'), align: 'right', render: (_, row) => <Fen value={row.distributedFen} /> },
          { title: t('projects.assets.leftOver'), align: 'right', render: (_, row) => <Fen value={row.amountFen - row.distributedFen} /> },
          { title: t('help.note'), render: (_, row) => row.note ?? '—' },
          ...(write ? [{ title: t('help.actions'), render: (_: unknown, row: Yield) => <div className="action-bar"><Button size="small" type="primary" onClick={() => setSharing(row)}>{t('projects.assets.action.distribute')}</Button><Button size="small" onClick={() => setRecording(row)}>{t('projects.assets.correct')}</Button></div> }] : []),
        ]}
      />
      {recording && (
        <FormDialog<Values, unknown> title={t(known ? 'projects.assets.correct' : 'projects.assets.action.yield')} okText={t('common.save')} initial={known ? { year: String(known.year), amountFen: known.amountFen, ...(known.note ? { note: known.note } : {}) } : { year: String(year) }} send={send} said={t('help.saved', { what: t('projects.assets.action.yield') })} onClose={() => setRecording(null)}>
          <SelectItem name="year" label={t('help.year')} options={known ? [{ value: String(known.year), label: String(known.year) }] : years} required />
          <FenItem name="amountFen" label={t('projects.assets.earnedFen')} required />
          <AreaItem name="note" label={t('help.note')} />
        </FormDialog>
      )}
      {sharing && <DistributeDialog asset={asset} year={sharing.year} left={sharing.amountFen - sharing.distributedFen} onClose={() => setSharing(null)} />}
    </Card>
  );
}
