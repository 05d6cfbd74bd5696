import { useNavigate } from '@tanstack/react-router';
import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidV7 } from '#domain';
import { useMe } from '../../session/me.js';
import { DivisionSelect } from '../../ui/division-select.js';
import { useToday } from '../../ui/use-clock.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { AreaItem, DayItem, FenItem, SelectItem, TextItem } from '../help/parts/items.js';
import { useThisYear, useYearChoices } from '../help/parts/use-years.js';
import { emptied, filled } from '../teams/teams.api.js';
import { correctFund, fundKinds, fundLevels, recordFund, type Fund } from './funds.api.js';

type Body = Parameters<typeof recordFund>[0];
type Values = Omit<Body, 'id' | 'year'> & { year: string };

/** An allocation with its document; it is never corrected below what is spent or budgeted. */
export function FundForm({ fund, onClose }: { fund?: Fund; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useMe();
  const today = useToday();
  const [id] = useState(uuidV7);
  const year = useThisYear();
  const years = useYearChoices();
  const send = ({ year: of, division, code, level, kind, ...values }: Values): Promise<Fund> => (fund ? correctFund(fund, { ...filled(values), ...emptied(values, ['note']) }) : recordFund({ ...filled(values), id, division, code, level, kind, year: Number(of) }));
  const initial: Partial<Values> = fund ? { name: fund.name, documentNo: fund.documentNo, allocatedFen: fund.allocatedFen, receivedOn: fund.receivedOn, ...(fund.note ? { note: fund.note } : {}) } : { division: me.division, year: String(year), receivedOn: today, level: 'CENTRAL', kind: 'BRIDGING' };
  return (
    <FormDialog<Values, Fund> title={t(fund ? 'projects.funds.correct' : 'projects.funds.record')} okText={t('common.save')} width={720} initial={initial} send={send} said={t('help.saved', { what: t('projects.funds.fund') })} onClose={onClose} onDone={(saved) => void navigate({ to: '/funds/$id', params: { id: saved.id } })}>
      <div className="two-fields">
        <TextItem name="name" label={t('projects.funds.name')} required autoFocus />
        {!fund && <TextItem name="code" label={t('projects.code')} max={40} required />}
        {!fund && <Form.Item name="division" label={t('projects.funds.division')} rules={[{ required: true, message: t('help.fill', { field: t('projects.funds.division') }) }]}><DivisionSelect within={me.division} placeholder={t('projects.funds.division')} /></Form.Item>}
        {!fund && <SelectItem name="year" label={t('help.year')} options={years} required />}
        {!fund && <SelectItem name="level" label={t('projects.funds.level')} options={fundLevels.map((value) => ({ value, label: t(`projects.funds.levels.${value}`) }))} required />}
        {!fund && <SelectItem name="kind" label={t('projects.funds.kind')} options={fundKinds.map((value) => ({ value, label: t(`projects.funds.kinds.${value}`) }))} required />}
        <TextItem name="documentNo" label={t('projects.funds.document')} required />
        <FenItem name="allocatedFen" label={t('projects.funds.allocatedFen')} required />
        <DayItem name="receivedOn" label={t('projects.funds.receivedOn')} max={today} required />
      </div>
      <AreaItem name="note" label={t('help.note')} />
    </FormDialog>
  );
}
