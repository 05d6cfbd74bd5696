import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useLocalText } from '../../i18n/use-language.js';
import { useMay } from '../../session/me.js';
import type { KeysetPlace } from '../../ui/keyset.js';
import { HouseholdStatusTag } from '../../ui/household-status.js';
import { ChosenBar } from '../help/parts/chosen-bar.js';
import { HouseholdLink } from '../help/parts/household-link.js';
import { ListPage } from '../help/parts/list-page.js';
import { useChosen } from '../help/parts/use-chosen.js';
import { useMeasureChoices } from '../help/parts/use-names.js';
import { GapKindTag } from './gap-kind.js';
import type { GapFilters } from './gap-search.js';
import { GapSummary } from './gap-summary.js';
import { gapKinds, gapPageQuery, type Gap } from './gaps.api.js';
import { PlanGaps } from './plan-gaps.js';

/** Who is entitled and does not receive, who receives and is not entitled, and needs that nothing answers. */
export function GapsPage() {
  const { t } = useTranslation();
  const local = useLocalText();
  const may = useMay();
  const search = useSearch({ from: '/office/gaps' });
  const { cursor, page, ...filters } = search;
  const navigate = useNavigate();
  const go = (next: GapFilters & KeysetPlace) => void navigate({ to: '/gaps', search: next });
  const keyOf = (gap: Gap) => [gap.householdId, gap.memberId, gap.kind, gap.code].join(' ');
  const chosen = useChosen<Gap>(keyOf, (gap) => `${gap.headName} ${gap.memberName ?? ''} ${local(gap.title)}`, (gap) => gap.kind !== 'IMPROPER');
  const [planning, setPlanning] = useState(false);
  return (
    <ListPage<Gap>
      title={t('help.gaps.title')} filters={{ ...filters }} place={{ cursor, page }} onGo={go} empty={t('help.gaps.none')} intro={<GapSummary division={filters.division} onOpen={go} />}
      query={useQuery(gapPageQuery(search))} rowKey={keyOf} {...(may(Permission.AssignmentWrite) ? { selection: chosen.selection } : {})}
      fields={[
        { kind: 'division' },
        { kind: 'select', key: 'kind', label: t('help.gaps.kind'), options: gapKinds.map((value) => ({ value, label: t(`help.gaps.kinds.${value}`) })) },
        { kind: 'select', key: 'measure', label: t('help.measure'), options: useMeasureChoices(), search: true },
      ]}
      columns={[
        { title: t('help.household'), render: (_, gap) => <HouseholdLink id={gap.householdId} head={gap.headName} member={gap.memberName} /> },
        { title: t('help.village'), render: (_, gap) => gap.villageName ?? gap.villageCode },
        { title: t('help.gaps.kind'), render: (_, gap) => <GapKindTag kind={gap.kind} /> },
        { title: t('help.gaps.about'), render: (_, gap) => local(gap.title) },
        { title: t('help.gaps.register'), render: (_, gap) => <HouseholdStatusTag status={gap.status} /> },
        { title: t('help.year'), dataIndex: 'year' },
      ]}
    >
      <ChosenBar count={chosen.rows.length} onClear={chosen.clear}><Button size="small" type="primary" onClick={() => setPlanning(true)}>{t('help.many.button', { action: t('help.gaps.plan'), count: chosen.rows.length })}</Button></ChosenBar>
      {planning && <PlanGaps gaps={chosen.rows} onClose={(planned) => {
        setPlanning(false);
        if (planned) chosen.clear();
      }} />}
    </ListPage>
  );
}
