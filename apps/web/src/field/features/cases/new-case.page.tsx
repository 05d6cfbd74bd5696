import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../../i18n/use-language.js';
import { useHousehold, useHouseholdIndex } from '../../store/index.js';
import { BigButton, Empty, FieldPage, Picker, Row, Rows, Wait, useGo } from '../../ui/index.js';
import { NewDossier } from './new-dossier.js';
import { startableOf } from './start.js';
import { useCaseSetting } from './use-cases.js';

interface Asked {
  hh?: string;
  pack?: string;
}

/** 发起: which household, which procedure, then the dossier of its first step. */
export function NewCasePage() {
  const { t } = useTranslation();
  const { hh } = useSearch({ strict: false }) as Asked;
  return hh === undefined ? <ChooseHousehold /> : <ForHousehold id={hh.slice(-36)} title={t('field.cases.start')} />;
}

function ChooseHousehold() {
  const { t } = useTranslation();
  const go = useGo();
  const entries = useHouseholdIndex();
  const [open, setOpen] = useState(true);
  const options = entries.map(({ id, headName, code, py }) => ({ value: id, text: headName, note: code, also: py }));
  return (
    <FieldPage title={t('field.cases.start')} back="/cases">
      <BigButton onClick={() => setOpen(true)} data-testid="choose-household">{t('field.cases.chooseHousehold')}</BigButton>
      <Picker open={open} title={t('field.cases.chooseHousehold')} options={options} value={null} onClose={() => setOpen(false)} onPick={(hh) => go('/cases/new', { search: { hh }, replace: true })} />
    </FieldPage>
  );
}

function ForHousehold({ id, title }: { id: string; title: string }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const go = useGo();
  const { pack } = useSearch({ strict: false }) as Asked;
  const household = useHousehold(id);
  const entry = useHouseholdIndex().find((one) => one.id === id);
  const setting = useCaseSetting();
  if (household === undefined) return <FieldPage title={title} back><Wait /></FieldPage>;
  if (household === null || !entry) return <FieldPage title={title} back><Empty>{t('field.cases.notHere')}</Empty></FieldPage>;
  const procedures = startableOf(setting.procedures, { status: entry.status, village: entry.village, today: setting.today, me: setting.me });
  const open = new Set(household.rows.cases.map((row) => row['pack']));
  const offered = procedures.filter((procedure) => !open.has(procedure.pack.code));
  const chosen = offered.find((procedure) => procedure.pack.code === pack) ?? (offered.length === 1 ? offered[0] : undefined);
  if (chosen) return <NewDossier household={household} entry={entry} procedure={chosen} setting={setting} />;
  return (
    <FieldPage title={t('field.cases.startFor', { name: entry.headName })} back>
      {offered.length === 0 ? <Empty>{t(setting.procedures.length === 0 ? 'field.cases.noProcedures' : 'field.cases.noPack')}<br /><span className="small">{t('field.cases.noPackHint')}</span></Empty> : (
        <Rows label={t('field.cases.choosePack')}>
          {offered.map((procedure) => <Row key={procedure.id} title={local(procedure.pack.name)} note={procedure.pack.source} onClick={() => go('/cases/new', { search: { hh: id, pack: procedure.pack.code } })} data-testid={`pack-${procedure.pack.code}`} />)}
        </Rows>
      )}
    </FieldPage>
  );
}
