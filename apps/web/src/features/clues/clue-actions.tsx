import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { checkClue, useClueMove, type Clue } from './clues.api.js';
import { SettleDialog } from './settle-dialog.js';

/** Begin to check, then say what it was. */
export function ClueActions({ clue }: { clue: Clue }) {
  const { t } = useTranslation();
  const may = useMay();
  const [settling, setSettling] = useState(false);
  const check = useClueMove(() => checkClue(clue.id), () => undefined);
  if (clue.status === 'SETTLED') return null;
  return (
    <span className="edit-bar">
      {clue.status === 'OPEN' && may(Permission.ClueWrite) && <Button size="small" loading={check.isPending} onClick={() => check.mutate(undefined)}>{t('clues.check')}</Button>}
      {may(Permission.ClueSettle) && <Button size="small" onClick={() => setSettling(true)}>{t('clues.settle')}</Button>}
      {check.error && <ProblemAlert error={check.error} />}
      {settling && <SettleDialog clue={clue} onClose={() => setSettling(false)} />}
    </span>
  );
}
