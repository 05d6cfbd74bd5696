import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../../session/me.js';
import { Card } from '../../../ui/card.js';
import type { AreaLevel } from '../area-level.js';
import type { AreaVerdicts } from '../areas.api.js';
import { AssessmentDialog } from './assessment-dialog.js';
import { Checklist } from './checklist.js';
import { YearRecordDialog } from './year-record-dialog.js';

/** What is ticked off for a village, and where its figures are written; for a county the assessments. */
export function RecordCard({ level, area }: { level: AreaLevel; area: AreaVerdicts }) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState<'year' | 'assessment' | null>(null);
  const mayWrite = may(level === 'village' ? Permission.VillageYearWrite : Permission.CountyYearWrite);
  const tools = (
    <span className="edit-bar">
      {level === 'village' && <Button size="small" href={`/api/v1/villages/${area.code}/file?format=html`} target="_blank" rel="noreferrer">{t('areas.record.file')}</Button>}
      {mayWrite && <Button size="small" onClick={() => setOpen('year')}>{t('areas.record.open', { year: area.year })}</Button>}
      {level === 'county' && may(Permission.AssessmentWrite) && <Button size="small" onClick={() => setOpen('assessment')}>{t('areas.record.assessment', { year: area.year })}</Button>}
    </span>
  );
  return (
    <Card title={t(level === 'village' ? 'areas.record.checklist' : 'areas.record.county')} extra={tools}>
      {level === 'village' && <Checklist area={area} />}
      {open === 'year' && <YearRecordDialog level={level} code={area.code} year={area.year} onClose={() => setOpen(null)} />}
      {open === 'assessment' && <AssessmentDialog code={area.code} year={area.year} onClose={() => setOpen(null)} />}
    </Card>
  );
}
