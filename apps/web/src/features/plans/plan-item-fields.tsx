import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { FenItem, SelectItem, TextItem, DayItem, type Choice } from '../help/parts/items.js';
import { useMeasureChoices, useMeasures } from '../help/parts/use-names.js';

interface Props {
  /** Place in the list of the form. */
  at: number;
  number: number;
  members: Choice[];
  onRemove?: () => void;
}

/** One measure of a plan. */
export function PlanItemFields({ at, number, members, onRemove }: Props) {
  const { t } = useTranslation();
  const code = Form.useWatch(['items', at, 'measureCode']) as string | undefined;
  const forPerson = useMeasures().find((measure) => measure.code === code)?.level === 'member';
  const name = (field: string) => [at, field];
  return (
    <fieldset className="plan-item">
      <legend>{t('help.plans.item', { number })} {onRemove && <Button size="small" type="link" onClick={onRemove}>{t('help.remove')}</Button>}</legend>
      <SelectItem name={name('measureCode')} label={t('help.measure')} options={useMeasureChoices()} search required />
      {forPerson && <SelectItem name={name('memberId')} label={t('help.person')} options={members} required />}
      <TextItem name={name('aim')} label={t('help.aim')} max={300} required />
      <div className="two-fields">
        <FenItem name={name('amountFen')} label={t('help.amount')} />
        <TextItem name={name('responsible')} label={t('help.plans.responsible')} max={60} />
        <DayItem name={name('startsOn')} label={t('help.startsOn')} />
        <DayItem name={name('endsOn')} label={t('help.endsOn')} />
      </div>
    </fieldset>
  );
}
