import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useVillages } from '../../store/index.js';
import { BigButton, Problem, Row, Rows, Sheet, Wait } from '../../ui/index.js';
import { villagesOf, type VillageChoice } from '../setup/villages.js';

/** 添加嘎查村: those of one's own that are not on this phone yet; a tap fetches one. Nobody who works in one village is asked. */
export function AddVillage({ busy, onAdd }: { busy: boolean; onAdd: (village: VillageChoice) => void }) {
  const { t } = useTranslation();
  const { division } = useMe();
  const here = new Set(useVillages().map(({ code }) => code));
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<readonly VillageChoice[]>();
  const [error, setError] = useState<unknown>(null);
  if (division.length === 12) return null;
  const look = () => {
    setOpen(true);
    setError(null);
    villagesOf(division).then(setFound, setError);
  };
  const left = found?.filter(({ code }) => !here.has(code));
  const add = (village: VillageChoice) => {
    setOpen(false);
    onAdd(village);
  };
  return (
    <>
      <BigButton kind="plain" disabled={busy} onClick={look} data-testid="add-village">{t('field.mine.addVillage')}</BigButton>
      <Sheet open={open} title={t('field.mine.addVillage')} onClose={() => setOpen(false)}>
        {error !== null ? <Problem error={error} onRetry={look} /> : !left ? <Wait /> : left.length === 0 ? <p>{t('field.mine.addVillageNone')}</p> : (
          <Rows label={t('field.mine.addVillage')}>{left.map((village) => <Row key={village.code} title={village.name} onClick={() => add(village)} data-testid={`add-${village.code}`} />)}</Rows>
        )}
      </Sheet>
    </>
  );
}
