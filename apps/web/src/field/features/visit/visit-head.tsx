import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeLabel } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import type { PackHousehold } from '../../store/types.js';
import { Ask, BigButton, Card } from '../../ui/index.js';
import type { LastVisit } from './form/last-visit.js';
import { headNameOf } from './members.js';

interface Props {
  household: PackHousehold;
  last: LastVisit | null;
  savedAt: Date | null;
  onDiscard: () => Promise<void>;
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** Whose house this is, and what the last visit left. */
export function VisitHead({ household, last, savedAt, onDiscard }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const row = household.rows.households[0] ?? {};
  const type = typeof row['poorHouseholdType'] === 'string' ? codeLabel('poorHouseholdType', row['poorHouseholdType'], language) : '';
  const facts = [typeof row['householdCode'] === 'string' ? row['householdCode'] : '', t('common.persons', { count: Number(row['memberCount'] ?? 0) }), type].filter(Boolean).join(' · ');
  const problems = last?.problems.map(({ kind, description }) => `${codeLabel('monitoringRisk', kind, language)}：${description}`).join('；');
  return (
    <Card title={headNameOf(household)} data-testid="visit-head">
      <p className="visit-facts">{facts}</p>
      <p className="visit-facts">{last ? t('field.visit.last', { day: last.on, who: last.visitor ?? t('field.visit.me') }) : t('field.visit.first')}</p>
      {problems && <p className="visit-facts">{t('field.visit.leftOpen', { problems })}</p>}
      <div className="visit-draft"><span data-testid="draft-kept">{savedAt ? t('field.visit.draftKept', { time: clock.format(savedAt) }) : t('field.visit.draftAuto')}</span>{savedAt && <BigButton small kind="plain" onClick={() => setAsking(true)} data-testid="discard">{t('field.visit.discard')}</BigButton>}</div>
      <Ask open={asking} danger title={t('field.visit.discardTitle')} body={t('field.visit.discardBody')} confirm={t('field.visit.discard')} onClose={() => setAsking(false)} onConfirm={() => void onDiscard().then(() => setAsking(false))} />
    </Card>
  );
}
