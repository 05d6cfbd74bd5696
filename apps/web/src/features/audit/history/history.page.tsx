import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Permission, recordKindNames, recordKinds, type RecordKind } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { useMay } from '../../../session/me.js';
import { Page } from '../../../ui/page.js';
import { ExportButton } from '../../exports/export-dialog.js';
import { RecordTimeline } from './record-timeline.js';
import { ReplayCard } from './replay-card.js';
import './history.css';

interface Asked {
  kind: RecordKind;
  id: string;
}

/** Who changed what of a record, when, why and from where; how it stood at any time; how its decision would come out today. */
export function RecordHistoryPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay();
  const { kind = 'household', id } = useSearch({ from: '/office/audit/history' });
  const navigate = useNavigate();
  const extra = <>{may(Permission.DecisionReplay) && <Link to="/audit/replays">{t('recordHistory.replays.title')}</Link>}{id && <ExportButton of={{ kind: 'source', source: 'record_history', params: { kind, record: id } }} title={t('recordHistory.title')} />}</>;
  return (
    <Page title={t('recordHistory.title')} extra={extra}>
      <Form key={`${kind}-${id ?? ''}`} layout="inline" className="filter-bar" initialValues={{ kind, id }} onFinish={(asked: Asked) => void navigate({ to: '/audit/history', search: { kind: asked.kind, id: asked.id.trim() } })}>
        <Form.Item name="kind" label={t('recordHistory.kind')}><Select className="kind-select" showSearch={{ optionFilterProp: 'label' }} options={recordKindNames.map((value) => ({ value, label: recordKinds[value][language] }))} /></Form.Item>
        <Form.Item name="id" label={t('recordHistory.id')} rules={[{ required: true, pattern: /^\s*\d{6}-[0-9a-f-]{36}\s*$/, message: t('recordHistory.idWrong') }]}><Input className="record-id" maxLength={60} /></Form.Item>
        <Button htmlType="submit" type="primary">{t('recordHistory.show')}</Button>
      </Form>
      {id ? <RecordTimeline key={`${kind}${id}`} kind={kind} id={id} /> : <p className="secondary">{t('recordHistory.how')}</p>}
      {id && kind === 'case_file' && may(Permission.DecisionReplay) && <ReplayCard id={id} />}
    </Page>
  );
}
