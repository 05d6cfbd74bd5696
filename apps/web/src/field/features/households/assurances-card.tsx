import { useTranslation } from 'react-i18next';
import { assuranceItems, codeLabel, type AssuranceItem, type AssuranceState, type PackRow } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { Card, Facts, StatusTag, type Tone } from '../../ui/index.js';
import { textOf } from './row-values.js';

interface Answer {
  readonly item: AssuranceItem;
  readonly state: AssuranceState;
}

const looks: Readonly<Record<AssuranceState, { tone: Tone; mark: string }>> = { OK: { tone: 'success', mark: '✓' }, PROBLEM: { tone: 'error', mark: '✗' }, UNCLEAR: { tone: 'warning', mark: '?' } };
const answersOf = (visit: PackRow): readonly Answer[] => (Array.isArray(visit['assurances']) ? (visit['assurances'] as Answer[]) : []);

/** The seven assurances as they were answered last, each with its day. */
export function AssurancesCard({ visits }: { visits: readonly PackRow[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const newest = [...visits].sort((left, right) => textOf(right, 'recordedAt').localeCompare(textOf(left, 'recordedAt')));
  const rows = assuranceItems.map((item) => {
    const visit = newest.find((one) => answersOf(one).some((answer) => answer.item === item));
    const answer = visit && answersOf(visit).find((one) => one.item === item);
    return {
      key: item, name: codeLabel('assurance', item, language),
      value: answer ? <><StatusTag {...looks[answer.state]}>{codeLabel('assuranceState', answer.state, language)}</StatusTag> <span className="small">{textOf(visit, 'visitedOn')}</span></> : t('field.households.notAsked'),
    };
  });
  return <Card title={t('field.households.assurances')} data-testid="assurances"><Facts rows={rows} /></Card>;
}
