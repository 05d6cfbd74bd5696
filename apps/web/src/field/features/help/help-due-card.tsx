import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../../i18n/use-language.js';
import { Card } from '../../ui/index.js';
import type { Shown } from '../households/use-judged.js';
import { HelpLine } from './help-line.js';

/** 应享帮扶: what the household and its persons are entitled to and do not get, each with the reasons. */
export function HelpDueCard({ shown }: { shown: Shown }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const { help } = shown.judged;
  if (!help) return null;
  return (
    <Card title={t('field.help.due', { count: help.lacks.length })} tone={help.lacks.length > 0 ? 'warning' : 'plain'} data-testid="help-due">
      {help.lacks.length === 0 && <p>{t('field.help.nothingDue')}</p>}
      <ul className="help-lines">{help.lacks.map((item) => <HelpLine key={`${item.measure.code} ${item.memberId}`} item={item} shown={shown} years={help.years} />)}</ul>
      {help.unanswered.length > 0 && <p data-testid="unanswered">{t('field.help.unanswered', { needs: help.unanswered.map(({ name }) => local(name)).join('、') })}</p>}
    </Card>
  );
}
