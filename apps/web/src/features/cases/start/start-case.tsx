import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission, type SubjectKind } from '#domain';
import { useLocalText } from '../../../i18n/use-language.js';
import { useMay } from '../../../session/me.js';
import { useToday } from '../../../ui/use-clock.js';
import { packsQuery } from '../cases.api.js';
import { StartDialog } from './start-dialog.js';
import { useStartYears } from './use-start-years.js';
import { startablePacks, type StartablePack } from './startable-packs.js';

interface Props {
  subject: SubjectKind;
  /** Household id, or code of the village or county. */
  subjectId: string;
  /** Status of a household: decides which procedures may begin. */
  status?: string;
  /** Year that the page shows, for a village or county. */
  year?: number;
}

/** Button that offers the procedures which may begin here. */
export function StartCase({ subject, subjectId, status, year }: Props) {
  const { t } = useTranslation();
  const local = useLocalText();
  const may = useMay();
  const today = useToday();
  const [chosen, setChosen] = useState<StartablePack | null>(null);
  const years = useStartYears({ subject, subjectId, shown: year, running: Number(today.slice(0, 4)) });
  const packs = useQuery({ ...packsQuery, enabled: may(Permission.CaseStart) && may(Permission.PackRead) }).data;
  if (!packs) return null;
  const offered = startablePacks(packs, { subject, status, today });
  if (offered.length === 0) return null;
  const items = offered.map((pack) => ({ key: pack.code, label: local(pack.name) }));
  return (
    <>
      <Dropdown menu={{ items, onClick: ({ key }) => setChosen(offered.find((pack) => pack.code === key) ?? null) }} trigger={['click']}>
        <Button>{t('cases.start.open')} ▾</Button>
      </Dropdown>
      {chosen && years && <StartDialog pack={chosen} subjectId={subjectId} years={years} onClose={() => setChosen(null)} />}
    </>
  );
}
