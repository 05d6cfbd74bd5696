import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../../i18n/use-language.js';
import { BigButton, Row, Rows, StatusTag, useGo } from '../../ui/index.js';
import { laneOf } from '../notices/notice-state.js';
import { nextAction } from './field-case.js';
import { useCaseSetting, useShownCases } from './use-cases.js';
import './cases.css';

/** On 今日: cases that came back, with the reason, and the ways to cases and notices with how many wait there. */
export function CasesToday() {
  const { t } = useTranslation();
  const local = useLocalText();
  const go = useGo();
  const { me } = useCaseSetting();
  const cases = useShownCases() ?? [];
  const mine = cases.filter(({ kase }) => nextAction(kase, me) !== null);
  const returned = mine.filter(({ kase }) => kase.returned !== null);
  const notices = cases.filter(({ kase }) => laneOf(kase) !== null).length;
  return (
    <>
      {returned.length > 0 && (
        <Rows label={t('field.cases.groups.returned')}>
          {returned.map(({ kase, entry }) => <Row key={kase.id} title={`${entry.headName} · ${local(kase.pack.name)}`} note={<span className="case-red">{kase.returned?.opinion}</span>} extra={<StatusTag tone="error" mark="↩">{t('field.cases.groups.returned')}</StatusTag>} onClick={() => go(`/cases/${kase.id}`)} data-testid={`returned-case-${entry.headName}`} />)}
        </Rows>
      )}
      <div className="case-pair">
        <BigButton small kind="plain" onClick={() => go('/cases')} data-testid="to-cases">{t('field.cases.title')}{mine.length > 0 && ` ${mine.length}`}</BigButton>
        <BigButton small kind="plain" onClick={() => go('/notices')} data-testid="to-notices">{t('field.notices.title')}{notices > 0 && ` ${notices}`}</BigButton>
      </div>
    </>
  );
}
