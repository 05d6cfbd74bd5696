import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FACT_CATALOGUE, Permission, villageChecklist } from '#domain';
import { formatYuan } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { useMay } from '../../../session/me.js';
import { StatusTag } from '../../../ui/status-tag.js';
import type { AreaVerdicts } from '../areas.api.js';
import { checklistFilesQuery } from './checklist-files.api.js';
import { ChecklistRow } from './checklist-row.js';

/** Infrastructure, public services and collective economy of a village, row by row with its files; none is added once the exit is decided. */
export function Checklist({ area }: { area: AreaVerdicts }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = useMay();
  const files = useQuery(checklistFilesQuery(area.code, area.year)).data ?? [];
  const mayAdd = may(Permission.VillageYearWrite) && may(Permission.AttachmentWrite) && area.decision !== 'EXITED';
  const shown = (value: unknown) => {
    if (value === null || value === undefined) return <StatusTag tone="neutral" mark="○">{t('common.notRecorded')}</StatusTag>;
    if (typeof value === 'number') return `${formatYuan(value)} ${t('common.yuan')}`;
    return value ? <StatusTag tone="success" mark="✓">{t('common.yes')}</StatusTag> : <StatusTag tone="error" mark="✗">{t('common.no')}</StatusTag>;
  };
  return (
    <dl className="facts" data-testid="checklist">
      {villageChecklist.map((item) => (
        <ChecklistRow
          key={item} village={area.code} year={area.year} item={item} label={FACT_CATALOGUE.facts.village.get(item)?.label[language] ?? item} value={shown(area.facts[item])}
          files={files.filter((file) => file.item === item)} mayAdd={mayAdd}
        />
      ))}
    </dl>
  );
}
