import { useTranslation } from 'react-i18next';
import { caseIdOf, save, useSyncState } from '../../store/index.js';
import { BigButton, say } from '../../ui/index.js';
import type { ShownCase } from '../cases/use-cases.js';

/** 无异议，结束公示: the server checks the days once more before the case goes on. */
export function CloseNotice({ shown: { kase, household, entry } }: { shown: ShownCase }) {
  const { t } = useTranslation();
  const { waiting } = useSyncState();
  const close = async () => {
    const payload = { step: kase.step?.code, action: 'close_notice', enteredAt: kase.row?.enteredAt };
    await save([{ kind: 'case.act', entityId: caseIdOf(kase.id, household.village), householdId: household.id, title: t('field.notices.titles.close', { name: entry.headName }), payload }]);
    say(t('field.notices.closed', { count: waiting + 1 }));
  };
  return <><BigButton onClick={() => void close()} data-testid="close-notice">{t('field.notices.close')}</BigButton><p className="small">{t('field.notices.closeHint')}</p></>;
}
