import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../../i18n/use-language.js';
import { Empty, FieldPage, Row, Rows, StatusTag, Wait, useGo } from '../../ui/index.js';
import { useCaseSetting, useShownCases } from '../cases/use-cases.js';
import { CountdownRing } from './countdown-ring.js';
import { laneOf, lanes } from './notice-state.js';
import './notices.css';

/** Notices of the villages on this phone, by what has to be done. */
export function NoticesPage() {
  const { t } = useTranslation();
  const local = useLocalText();
  const go = useGo();
  const { today } = useCaseSetting();
  const cases = useShownCases();
  const shown = (cases ?? []).filter(({ kase }) => laneOf(kase) !== null);
  return (
    <FieldPage title={t('field.notices.title')} back="/today">
      {cases === undefined && <Wait />}
      {cases !== undefined && shown.length === 0 && <Empty>{t('field.notices.none')}</Empty>}
      {lanes.map((lane) => {
        const list = shown.filter(({ kase }) => laneOf(kase) === lane);
        return list.length === 0 ? null : (
          <section key={lane} data-testid={`lane-${lane}`}><h2 className="notice-lane">{t(`field.notices.lanes.${lane}`)} {list.length}</h2>
            <Rows label={t(`field.notices.lanes.${lane}`)}>
              {list.map(({ kase, entry }) => (
                <Row key={kase.id} title={entry.headName} note={local(kase.pack.name)} data-testid={`notice-${entry.headName}`} onClick={() => go(`/notices/${kase.id}`)}
                  extra={lane === 'contested' ? <StatusTag tone="error" mark="!">{t('field.notices.lanes.contested')}</StatusTag> : <CountdownRing kase={kase} today={today} />} />
              ))}
            </Rows>
          </section>
        );
      })}
    </FieldPage>
  );
}
