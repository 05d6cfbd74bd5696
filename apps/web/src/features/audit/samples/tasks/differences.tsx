import { App, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { differenceCauseCodes, differenceCauses, spotFieldName, spotSideText, type DifferenceCause } from '#domain';
import { api, call } from '../../../../api/client.js';
import { formatMoment } from '../../../../i18n/format.js';
import { useLanguage, useLocalText } from '../../../../i18n/use-language.js';
import { Card } from '../../../../ui/card.js';
import { useProblemText } from '../../../../ui/use-problem-text.js';
import type { SpotCheck } from '../samples.api.js';
import { useTaskStep } from './use-task-step.js';

/** Where the saved answers and the record part, each with its cause; 其他 needs words and is given on the phone. */
export function Differences({ answer }: { answer: SpotCheck }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const language = useLanguage();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const step = useTaskStep(({ field, cause }: { field: string; cause: DifferenceCause }) => call(api.POST('/api/v1/sample-answers/{id}/causes', { params: { path: { id: answer.id } }, body: { field, cause } })));
  const causes = differenceCauseCodes.filter((code) => code !== 'OTHER').map((value) => ({ value, label: local(differenceCauses[value]) }));
  return (
    <Card title={t('samples.tasks.differences', { count: answer.differences.length })} extra={<span className="secondary">{t('samples.tasks.savedAt', { time: formatMoment(answer.savedAt) })}</span>}>
      {answer.differences.length === 0 ? <p>{t('samples.tasks.agrees')}</p> : (
        <table className="matrix">
          <thead><tr><th scope="col">{t('samples.results.field')}</th><th scope="col">{t('samples.tasks.said')}</th><th scope="col">{t('samples.tasks.recorded')}</th><th scope="col">{t('samples.tasks.cause')}</th></tr></thead>
          <tbody>{answer.differences.map(({ field, seen, recorded, cause }) => (
            <tr key={field}>
              <th scope="row">{spotFieldName(field, language)}</th><td>{spotSideText(field, seen, language)}</td><td>{spotSideText(field, recorded, language)}</td>
              <td><Select aria-label={t('samples.tasks.causeOf', { field: spotFieldName(field, language) })} placeholder={t('samples.tasks.cause')} className="cause-select" value={cause ?? undefined} options={causes} onChange={(chosen) => step.mutate({ field, cause: chosen as DifferenceCause }, { onError: (error) => void message.error(problemText(error)) })} /></td>
            </tr>
          ))}</tbody>
        </table>
      )}
    </Card>
  );
}
