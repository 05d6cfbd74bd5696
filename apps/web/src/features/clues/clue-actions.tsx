import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { checkClue, resumeClue, useClueMove, type Clue } from './clues.api.js';
import { PauseDialog } from './pause-dialog.js';
import { SettleDialog } from './settle-dialog.js';

/** Begin to check, then say what it was; stop the clock while it waits for something. */
export function ClueActions({ clue }: { clue: Clue }) {
  const { t } = useTranslation();
  const may = useMay();
  const [settling, setSettling] = useState(false);
  const [pausing, setPausing] = useState(false);
  const resume = useClueMove(() => resumeClue(clue.id), () => undefined);
  const paused = clue.pauses.some(({ until }) => until === null);
  const check = useClueMove(() => checkClue(clue.id), () => undefined);
  if (clue.status === 'SETTLED') return null;
  return (
    <span className="edit-bar">
      {clue.status === 'OPEN' && may(Permission.ClueWrite) && <Button size="small" loading={check.isPending} onClick={() => check.mutate(undefined)}>{t('clues.check')}</Button>}
      {may(Permission.ClueSettle) && <Button size="small" onClick={() => setSettling(true)}>{t('clues.settle')}</Button>}
      {may(Permission.ClueSettle) && (paused
        ? <Button size="small" loading={resume.isPending} onClick={() => resume.mutate(undefined)}>{t('clues.pause.resume')}</Button>
        : <Button size="small" onClick={() => setPausing(true)}>{t('clues.pause.confirm')}</Button>)}
      {resume.error && <ProblemAlert error={resume.error} />}
      {pausing && <PauseDialog clue={clue} onClose={() => setPausing(false)} />}
      {check.error && <ProblemAlert error={check.error} />}
      {settling && <SettleDialog clue={clue} onClose={() => setSettling(false)} />}
    </span>
  );
}
