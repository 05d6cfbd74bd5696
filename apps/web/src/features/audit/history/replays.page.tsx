import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../../api/client.js';
import { formatCount } from '../../../i18n/format.js';
import { useLocalText } from '../../../i18n/use-language.js';
import { useMe } from '../../../session/me.js';
import { Card } from '../../../ui/card.js';
import { DivisionName } from '../../../ui/division-name.js';
import { DivisionSelect } from '../../../ui/division-select.js';
import { Page } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { usePackNames } from '../../cases/use-pack-names.js';
import { ReplayTable } from './replay-card.js';
import './history.css';

interface Asked {
  pack?: string;
  from?: string;
  to?: string;
}

/** Which decisions of an area would come out otherwise by the rules of today, and which do not agree with their own facts. */
export function ReplaysPage() {
  const { t } = useTranslation();
  const local = useLocalText();
  const me = useMe();
  const packs = usePackNames();
  const [division, setDivision] = useState<string | undefined>();
  const [asked, setAsked] = useState<Asked>({});
  const replay = useMutation({
    mutationFn: ({ pack, from, to, cursor }: Asked & { cursor?: string }) => call(api.POST('/api/v1/decision-replays', { body: { division: division ?? me.division, ...(pack ? { pack } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}), ...(cursor ? { cursor } : {}) } })),
  });
  const found = replay.data;
  return (
    <Page title={t('recordHistory.replays.title')} path={<Link to="/audit/history">{t('recordHistory.title')}</Link>}>
      <Form layout="inline" className="filter-bar" onFinish={(values: Asked) => { setAsked(values); replay.mutate(values); }}>
        <DivisionSelect value={division} within={me.division} placeholder={t('screens.area')} onChange={setDivision} />
        <Form.Item name="pack"><Select allowClear aria-label={t('recordHistory.replays.pack')} placeholder={t('recordHistory.replays.pack')} className="kind-select" options={[...packs].map(([value, label]) => ({ value, label: local(label) }))} /></Form.Item>
        <Form.Item name="from" label={t('recordHistory.replays.from')}><Input type="date" /></Form.Item>
        <Form.Item name="to" label={t('recordHistory.replays.to')}><Input type="date" /></Form.Item>
        <Button htmlType="submit" type="primary" loading={replay.isPending}>{t('recordHistory.replays.run')}</Button>
      </Form>
      {replay.isPending && <p role="status">{t('common.loading')}</p>}
      {replay.error && <ProblemAlert error={replay.error} onRetry={() => replay.mutate(asked)} />}
      {found && (
        <Card title={t('recordHistory.replays.found', { decisions: formatCount(found.decisions), flipping: formatCount(found.flipping), disagreeing: formatCount(found.disagreeing) })} extra={<span className="secondary">{t('recordHistory.replays.withoutFacts', { count: found.withoutFacts })}</span>}>
          {found.items.length === 0 && <p>{t('recordHistory.replays.none')}</p>}
          {found.items.map((item) => <section key={item.caseId} className="tab-section"><h3><Link to="/cases/$id" params={{ id: item.caseId }}>{item.headName ?? local(packs.get(item.pack))}</Link> <DivisionName code={item.villageCode} /> {item.decidedOn}</h3><ReplayTable replay={item} /></section>)}
          {found.nextCursor && <Button loading={replay.isPending} onClick={() => replay.mutate({ ...asked, cursor: found.nextCursor ?? '' })}>{t('recordHistory.replays.next')}</Button>}
        </Card>
      )}
    </Page>
  );
}
