import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseItem } from '../../cases/cases.api.js';
import { BatchDialog } from './batch-dialog.js';

/** How many are chosen, and what can be done with them. */
export function BatchBar({ chosen, onDone }: { chosen: readonly CaseItem[]; onDone: () => void }) {
  const { t } = useTranslation();
  // The choice is kept while the dialog is open: the list behind it moves on.
  const [batch, setBatch] = useState<readonly CaseItem[] | null>(null);
  const close = () => {
    setBatch(null);
    onDone();
  };
  return (
    <>
      <span role="status">{t('todo.batch.chosen', { count: chosen.length })}</span>
      <Button type="primary" disabled={chosen.length === 0} onClick={() => setBatch(chosen)}>{t('todo.batch.agree')}</Button>
      {batch && <BatchDialog cases={batch} onClose={close} />}
    </>
  );
}
