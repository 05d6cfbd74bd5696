import { useTranslation } from 'react-i18next';
import { codeLabel, HEAD } from '#domain';
import { formatMoment } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { Card, StatusTag } from '../../ui/index.js';
import { DialButton } from '../dial/dial-button.js';
import { HousePlace } from '../position/house-place.js';
import { EditedTag } from './edited-tag.js';
import { StandingTag } from './household-tags.js';
import { numberOf, textOf } from './row-values.js';
import type { Shown } from './use-judged.js';

/** Who it is: persons, type, status, risk, telephone to call, where the house is; and of when this is. */
export function HouseholdHead({ shown }: { shown: Shown }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const household = shown.rows.households[0];
  const type = textOf(household, 'poorHouseholdType');
  const monitoring = textOf(household, 'monitoringCategory');
  const facts = [t('field.households.persons', { count: numberOf(household, 'memberCount') ?? 0 }), type && codeLabel('poorHouseholdType', type, language), textOf(household, 'naturalVillage'), textOf(household, 'householdCode')].filter(Boolean);
  const head = shown.rows.members.find((row) => textOf(row, 'relationToHead') === HEAD && row['leftOn'] === undefined);
  const own = textOf(household, 'phone');
  const phone = own || textOf(head, 'phone');
  return (
    <Card data-testid="household-head">
      <div className="head-tags">
        <StandingTag status={textOf(household, 'status')} />
        {(monitoring !== '' || shown.rows.clues.length > 0) && <StatusTag tone="warning" mark="!">{monitoring ? codeLabel('monitoringCategory', monitoring, language) : t('field.households.risk')}</StatusTag>}
      </div>
      <p>{facts.join(' · ')}</p>
      <div className="head-line"><span>{t('field.households.phone')} {phone || t('common.notRecorded')}<EditedTag shown={shown} entity="household" row={shown.id} field="phone" /></span>{phone !== '' && household?.['isPractice'] !== true && <DialButton householdId={shown.id} memberId={own === '' ? textOf(head, 'id') : undefined} name={textOf(household, 'headName')} />}</div>
      <HousePlace key={shown.id} shown={shown} />
      <p className="small secondary" data-testid="version">{t('field.households.version', { time: formatMoment(shown.asOf?.toISOString()), version: numberOf(household, 'version') ?? 1 })}{shown.edits.length > 0 && ` · ${t('field.households.doneHere', { count: shown.edits.length })}`}</p>
    </Card>
  );
}
