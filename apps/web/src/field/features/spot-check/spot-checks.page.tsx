import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../../i18n/format.js';
import { useSyncState } from '../../store/index.js';
import { useSpotChecks, type SpotCheck } from '../../store/spot-checks.js';
import { BigButton, Card, Empty, FieldPage, Row, Rows, useGo } from '../../ui/index.js';
import { isToAsk, spotState } from './spot-state.js';
import { SpotTag } from './spot-tag.js';

/** 抽查任务: the drawn households one is sent to, in the order of the list, by sample. */
export function SpotChecksPage() {
  const { t } = useTranslation();
  const go = useGo();
  const checks = useSpotChecks();
  const { running, lastSuccess, sendAll } = useSyncState();
  const samples = [...new Set(checks.map(({ task }) => task.sampleId))].map((id) => ({ id, list: checks.filter(({ task }) => task.sampleId === id) }));
  const left = checks.filter((check) => isToAsk(spotState(check))).length;
  return (
    <FieldPage title={t('field.spot.title')} footer={<BigButton kind="plain" busy={running} onClick={sendAll} data-testid="fetch-spot-checks">{t(running ? 'field.spot.fetching' : 'field.spot.fetch')}</BigButton>}>
      {checks.length === 0 && <Empty>{t('field.spot.none')}</Empty>}
      {checks.length > 0 && <p role="status" data-testid="spot-left">{t('field.spot.left', { left, all: checks.length })}</p>}
      {samples.map(({ id, list }) => (
        <Card key={id} title={list[0]?.task.sampleName}>
          <Rows label={list[0]?.task.sampleName}>
            {list.map((check) => (
              <Row key={check.task.id} title={t('field.spot.rowTitle', { ordinal: check.task.ordinal, name: nameOf(check.task, t('field.spot.unnamed')) })} note={[check.task.unit === 'village' ? t('field.spot.village') : check.task.place, check.task.naturalVillage].filter(Boolean).join(' · ')}
                extra={<SpotTag state={spotState(check)} />} arrow={false} onClick={() => go(`/spot-checks/${check.task.id}`)} data-testid={`spot-${check.task.ordinal}`} />
            ))}
          </Rows>
        </Card>
      ))}
      <Card title={t('field.spot.rules')}>
        <p>{t('field.spot.ruleOrder')}</p>
        <p>{t('field.spot.ruleReplace')}</p>
        {lastSuccess && <p className="secondary small">{t('field.spot.asOf', { time: formatMoment(lastSuccess.toISOString()) })}</p>}
      </Card>
    </FieldPage>
  );
}

/** Whom to ask for, by the number of the household where no head is on record; a village by its place. */
export const nameOf = ({ unit, place, villageCode, headName, householdCode }: SpotCheck['task'], otherwise: string): string => (unit === 'village' ? (place ?? villageCode) : (headName ?? householdCode ?? otherwise));
