import { App, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { differenceCauseCodes, differenceCauses, type DifferenceCause } from '#domain';
import { api, call } from '../../../../api/client.js';
import { formatMoment, formatYuan } from '../../../../i18n/format.js';
import { useLocalText } from '../../../../i18n/use-language.js';
import { Card } from '../../../../ui/card.js';
import { useProblemText } from '../../../../ui/use-problem-text.js';
import type { SpotCheck } from '../samples.api.js';
import { useSpotField } from '../use-spot-field.js';
import { useTaskStep } from './use-task-step.js';

const words = ['OK', 'PROBLEM', 'UNCLEAR', 'YES', 'PARTLY', 'NO', 'NO_HELP'] as const;

/** Where the saved answers and the record part, each with its cause; 其他 needs words and is given on the phone. */
export function Differences({ answer }: { answer: SpotCheck }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const fieldName = useSpotField();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const step = useTaskStep(({ field, cause }: { field: string; cause: DifferenceCause }) => call(api.POST('/api/v1/sample-answers/{id}/causes', { params: { path: { id: answer.id } }, body: { field, cause } })));
  const shown = (field: string, value: unknown): string => {
    if (value === null || value === undefined) return t('common.notRecorded');
    if (field.startsWith('income.') && typeof value === 'number') return `${formatYuan(value)} ${t('common.yuan')}`;
    const word = words.find((one) => one === value);
    return word ? t(`samples.said.${word}`) : String(value as string | number);
  };
  const causes = differenceCauseCodes.filter((code) => code !== 'OTHER').map((value) => ({ value, label: local(differenceCauses[value]) }));
  return (
    <Card title={t('samples.tasks.differences', { count: answer.differences.length })} extra={<span className="secondary">{t('samples.tasks.savedAt', { time: formatMoment(answer.savedAt) })}</span>}>
      {answer.differences.length === 0 ? <p>{t('samples.tasks.agrees')}</p> : (
        <table className="matrix">
          <thead><tr><th scope="col">{t('samples.results.field')}</th><th scope="col">{t('samples.tasks.said')}</th><th scope="col">{t('samples.tasks.recorded')}</th><th scope="col">{t('samples.tasks.cause')}</th></tr></thead>
          <tbody>{answer.differences.map(({ field, seen, recorded, cause }) => (
            <tr key={field}>
              <th scope="row">{fieldName(field)}</th><td>{shown(field, seen)}</td><td>{shown(field, recorded)}</td>
              <td><Select aria-label={t('samples.tasks.causeOf', { field: fieldName(field) })} placeholder={t('samples.tasks.cause')} className="cause-select" value={cause ?? undefined} options={causes} onChange={(chosen) => step.mutate({ field, cause: chosen as DifferenceCause }, { onError: (error) => void message.error(problemText(error)) })} /></td>
            </tr>
          ))}</tbody>
        </table>
      )}
    </Card>
  );
}
