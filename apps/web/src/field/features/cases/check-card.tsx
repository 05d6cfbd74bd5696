import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pack } from '#domain';
import { useLocalText } from '../../../i18n/use-language.js';
import { usePack, type PackHousehold } from '../../store/index.js';
import { BigButton, Card, Row, Rows, StatusTag, Strip, type Tone, useGo } from '../../ui/index.js';
import { checkLists, missingItems, type CheckItem, type CheckList } from './missing.js';
import { jumpTo } from './jump-to.js';

/** What the rules of a procedure say of the household, on this phone. */
export function useChecks(household: PackHousehold, pack: Pack, year: number): CheckList[] {
  const village = usePack(household);
  return useMemo(() => checkLists(village, household.id, { rules: pack.rules, year }), [village, household.id, pack, year]);
}

const tones: Readonly<Record<CheckItem['result'], Tone>> = { met: 'success', not_met: 'error', unproven: 'warning' };
const marks: Readonly<Record<CheckItem['result'], string>> = { met: '✓', not_met: '✗', unproven: '?' };

interface Props {
  household: PackHousehold;
  pack: Pack;
  year: number;
  lists: readonly CheckList[];
}

/** 自动核验: what is missing stands first, each with the way to where it is filled in. */
export function CheckCard({ household, pack, year, lists }: Props) {
  const { t } = useTranslation();
  const local = useLocalText();
  const go = useGo();
  const [all, setAll] = useState(false);
  const missing = missingItems(lists);
  const items = all ? lists.flatMap((list) => list.items) : missing;
  const pinning = pack.steps.find(({ facts }) => facts === 'pin');
  if (lists.length === 0) return <Card title={t('field.cases.check')}><p>{t('field.cases.checkNone')}</p></Card>;
  const line = ({ actual, required, missing: lacking }: CheckItem) =>
    [actual && required ? t('explanation.pair', { actual: local(actual), required: local(required) }) : '', ...lacking.map(local)].filter(Boolean).join('；');
  return (
    <Card title={t('field.cases.check')} tone={missing.length > 0 ? 'warning' : 'plain'} data-testid="checks">
      <p className="small">{t('field.cases.checkYear', { year })}</p>
      {missing.length === 0 ? <Strip kind="success">{t('field.cases.checkAllMet', { count: lists.flatMap((list) => list.items).length })}</Strip> : (
        <><Strip kind="warning">{t('field.cases.checkMissing', { count: missing.length })}</Strip>{pinning && pinning !== pack.steps[0] && <p className="small">{t('field.cases.checkLater', { step: local(pinning.name) })}</p>}</>
      )}
      <Rows label={t('field.cases.check')}>
        {items.map((item) => (
          <Row key={item.key} title={local(item.label)} note={line(item)} extra={<StatusTag tone={tones[item.result]} mark={marks[item.result]}>{t(`common.verdict.${item.result}`)}</StatusTag>}
            onClick={item.result === 'met' ? undefined : () => go(...jumpTo(item.jump, household.id))} data-testid={`check-${item.result}`} />
        ))}
      </Rows>
      {!all && <BigButton small kind="plain" onClick={() => setAll(true)}>{t('field.cases.showAll')}</BigButton>}
    </Card>
  );
}
