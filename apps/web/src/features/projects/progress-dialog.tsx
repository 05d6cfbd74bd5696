import { Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidV7 } from '#domain';
import { useToday } from '../../ui/use-clock.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { AreaItem, DayItem, TextsItem } from '../help/parts/items.js';
import { projectSteps, type ProjectDetail } from './projects.api.js';

interface Values {
  percent: number;
  reportedOn: string;
  note: string;
  evidence?: string[];
}

/** How far the work is. */
export function ProgressDialog({ project, onClose }: { project: ProjectDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const [id] = useState(uuidV7);
  return (
    <FormDialog<Values, unknown> title={t('projects.action.progress')} okText={t('projects.action.progress')} initial={{ percent: project.progressPercent, reportedOn: today }} send={(values) => projectSteps.progress(project, { id, ...values })} said={t('help.saved', { what: t('projects.action.progress') })} onClose={onClose}>
      <div className="two-fields">
        <Form.Item name="percent" label={t('projects.percent')} rules={[{ required: true, message: t('help.fill', { field: t('projects.percent') }) }]}><InputNumber min={0} max={100} precision={0} suffix="%" /></Form.Item>
        <DayItem name="reportedOn" label={t('projects.reportedOn')} max={today} required />
      </div>
      <AreaItem name="note" label={t('projects.note')} max={1000} required />
      <TextsItem name="evidence" label={t('help.assignments.evidence')} hint={t('help.assignments.evidenceHint')} />
    </FormDialog>
  );
}
