import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assuranceItems, codeLabel, differenceCauseCodes, differenceCauses, incomeBlocks, type DifferenceCause } from '#domain';
import { formatYuan } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import type { OwnCause, SpotTask } from '../../store/spot-checks.js';
import { BigButton, Card, Chips, Facts, Problem, TextField } from '../../ui/index.js';
import { useKeepSpotWork } from './use-keep-spot-work.js';

type Difference = NonNullable<SpotTask['outcome']>['differences'][number];
const said = ['YES', 'PARTLY', 'NO', 'NO_HELP'] as const;
const states = ['OK', 'PROBLEM', 'UNCLEAR'] as const;

/** Names and values of the form as `differencesOf` calls them. */
function useSpotWords() {
  const { t } = useTranslation();
  const language = useLanguage();
  const fieldName = (field: string): string => {
    const [kind, key] = field.split('.');
    const item = assuranceItems.find((one) => kind === 'assurance' && one === key);
    if (item) return codeLabel('assurance', item, language);
    const block = incomeBlocks.find((one) => kind === 'income' && one === key);
    if (block) return t(`field.spot.block.${block}`);
    return t(field === 'help.helper' ? 'field.spot.knowsHelper' : field === 'help.measures' ? 'field.spot.knowsMeasures' : 'field.spot.memberCount');
  };
  const shown = (field: string, value: unknown): string => {
    if (value === null || value === undefined) return t('common.notRecorded');
    if (field.startsWith('income.') && typeof value === 'number') return `${formatYuan(value)} ${t('common.yuan')}`;
    const state = states.find((one) => field.startsWith('assurance.') && one === value);
    if (state) return codeLabel('assuranceState', state, language);
    const word = said.find((one) => one === value);
    return word ? t(`field.spot.knows.${word}`) : String(value as string | number);
  };
  return { fieldName, shown };
}

/** One field that differs: what was said, what is on record, and why; 其他 needs words. */
export function DifferenceCard({ answerId, difference, own, name }: { answerId: string; difference: Difference; own: OwnCause | undefined; name: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { fieldName, shown } = useSpotWords();
  const { keep, busy, failed } = useKeepSpotWork();
  const [other, setOther] = useState(false);
  const [note, setNote] = useState('');
  const { field } = difference;
  const chosen = other ? 'OTHER' : ((own?.cause ?? difference.cause) as DifferenceCause | null);
  const why = own ? own.note : difference.note;
  const explain = async (cause: DifferenceCause, words?: string): Promise<void> => {
    const title = t('field.spot.causeTitle', { name, field: fieldName(field) });
    if (await keep({ kind: 'sample.cause', entityId: answerId, title, payload: { field, cause, ...(words ? { note: words } : {}) } })) setOther(false);
  };
  const press = (cause: DifferenceCause): void => (cause === 'OTHER' ? setOther(true) : void explain(cause));
  return (
    <Card title={fieldName(field)} data-testid={`difference-${field}`}>
      <Facts rows={[{ name: t('field.spot.said'), value: shown(field, difference.seen) }, { name: t('field.spot.recorded'), value: shown(field, difference.recorded) }]} />
      {failed !== null && <Problem error={failed} />}
      <Chips label={t('field.spot.causeOf', { field: fieldName(field) })} options={differenceCauseCodes.map((value) => ({ value, text: differenceCauses[value][language] }))} value={chosen} onChange={press} testid={`cause-${field}`} />
      {!other && chosen === 'OTHER' && why && <p>{why}</p>}
      {other && <TextField label={t('field.spot.causeNote')} maxLength={300} value={note} onChange={setNote} testid={`cause-note-${field}`} />}
      {other && <BigButton busy={busy} disabled={note.trim() === ''} why={t('field.spot.causeNote')} onClick={() => void explain('OTHER', note.trim())} data-testid={`save-cause-${field}`}>{t('common.save')}</BigButton>}
    </Card>
  );
}
