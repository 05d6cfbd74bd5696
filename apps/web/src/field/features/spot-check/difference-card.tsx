import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { differenceCauseCodes, differenceCauses, spotFieldName, spotSideText, type DifferenceCause } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import type { OwnCause, SpotTask } from '../../store/spot-checks.js';
import { BigButton, Card, Chips, Facts, Problem, TextField } from '../../ui/index.js';
import { useKeepSpotWork } from './use-keep-spot-work.js';

type Difference = NonNullable<SpotTask['outcome']>['differences'][number];

/** One field that differs: what was said, what is on record, and why; 其他 needs words. */
export function DifferenceCard({ answerId, difference, own, name }: { answerId: string; difference: Difference; own: OwnCause | undefined; name: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { keep, busy, failed } = useKeepSpotWork();
  const [other, setOther] = useState(false);
  const [note, setNote] = useState('');
  const { field } = difference;
  const fieldName = spotFieldName(field, language);
  const chosen = other ? 'OTHER' : ((own?.cause ?? difference.cause) as DifferenceCause | null);
  const why = own ? own.note : difference.note;
  const explain = async (cause: DifferenceCause, words?: string): Promise<void> => {
    const title = t('field.spot.causeTitle', { name, field: fieldName });
    if (await keep({ kind: 'sample.cause', entityId: answerId, title, payload: { field, cause, ...(words ? { note: words } : {}) } })) setOther(false);
  };
  const press = (cause: DifferenceCause): void => (cause === 'OTHER' ? setOther(true) : void explain(cause));
  return (
    <Card title={fieldName} data-testid={`difference-${field}`}>
      <Facts rows={[{ name: t(field.startsWith('village.') ? 'field.spot.seen' : 'field.spot.said'), value: spotSideText(field, difference.seen, language) }, { name: t('field.spot.recorded'), value: spotSideText(field, difference.recorded, language) }]} />
      {failed !== null && <Problem error={failed} />}
      <Chips label={t('field.spot.causeOf', { field: fieldName })} options={differenceCauseCodes.filter((code) => code !== 'NOT_REMEMBERED' || !field.startsWith('village.')).map((value) => ({ value, text: differenceCauses[value][language] }))} value={chosen} onChange={press} testid={`cause-${field}`} />
      {!other && chosen === 'OTHER' && why && <p>{why}</p>}
      {other && <TextField label={t('field.spot.causeNote')} maxLength={300} value={note} onChange={setNote} testid={`cause-note-${field}`} />}
      {other && <BigButton busy={busy} disabled={note.trim() === ''} why={t('field.spot.causeNote')} onClick={() => void explain('OTHER', note.trim())} data-testid={`save-cause-${field}`}>{t('common.save')}</BigButton>}
    </Card>
  );
}
