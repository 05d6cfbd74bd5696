import { useTranslation } from 'react-i18next';
import { DivisionName } from '../../ui/division-name.js';
import { readValue } from './parameter-value.js';
import { useWordText } from './use-word-text.js';
import { useQualifierText } from './use-qualifier-text.js';
import type { Parameter, ParameterValue } from './use-parameters.js';
import './parameters.css';

function ValueRow({ parameter, value }: { parameter: Parameter; value: ParameterValue }) {
  const { t } = useTranslation();
  const qualifierText = useQualifierText();
  const wordText = useWordText();
  const read = readValue(parameter.type, value);
  return (
    <tr>
      <td className="number"><strong>{value.text === null ? (read?.amount ?? t('common.notSet')) : wordText(value.text)}</strong>{read?.unit && ` ${t(`parameters.unit.${read.unit}`)}`}</td>
      <td>{qualifierText(value)}{value.division && <> · <DivisionName code={value.division} /></>}</td>
      <td className="nowrap">{value.effectiveFrom ?? t('parameters.always')}{value.effectiveTo && ` ${t('parameters.until', { date: value.effectiveTo })}`}</td>
      <td>{value.source}{value.note && <div className="secondary">{value.note}</div>}</td>
    </tr>
  );
}

/** Values in force of one parameter: amount, for what, since when, by which document. */
export function ParameterValues({ parameter }: { parameter: Parameter }) {
  const { t } = useTranslation();
  return (
    <table className="parameter-values">
      <thead className="visually-hidden"><tr>{(['amount', 'holdsFor', 'since', 'source'] as const).map((key) => <th key={key}>{t(`parameters.${key}`)}</th>)}</tr></thead>
      <tbody>{parameter.values.map((value) => <ValueRow key={value.id} parameter={parameter} value={value} />)}</tbody>
    </table>
  );
}
