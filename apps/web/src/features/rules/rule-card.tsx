import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useLocalText } from '../../i18n/use-language.js';
import { useMay } from '../../session/me.js';
import { Card } from '../../ui/card.js';
import { StatusTag } from '../../ui/status-tag.js';
import { ReviseRule } from './revise-rule.js';
import { RuleVersions } from './rule-versions.js';
import type { RuleVersion } from './rules.api.js';
import './rules.css';

/** One rule: sentence, what it is for, source, since when; earlier versions on request. */
export function RuleCard({ rule }: { rule: RuleVersion }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const may = useMay();
  const [all, setAll] = useState(false);
  const [revising, setRevising] = useState(false);
  const title = <>{local(rule.name)} <StatusTag tone="neutral">{t(`rules.level.${rule.level}`)}</StatusTag></>;
  return (
    <Card title={title} extra={<><span className="secondary">{t('rules.version', { version: rule.version, from: rule.effectiveFrom })}</span>{may(Permission.SimulationRun) && <Button size="small" onClick={() => setRevising(true)}>{t('rules.revise.open')}</Button>}</>}>
      <p className="rule-sentence">{local(rule.sentence)}</p>
      <p>{local(rule.description)}</p>
      <p className="secondary">{t('rules.source')}：{rule.source.document ?? t('rules.noDocument')}　{local(rule.source.note)}</p>
      <p className="secondary">{t('rules.examples', { count: rule.examples.length })} · <code>{rule.code}</code> · <button type="button" className="text-button" aria-expanded={all} onClick={() => setAll(!all)}>{t('rules.versions')}</button></p>
      {all && <RuleVersions code={rule.code} />}
      {revising && <ReviseRule rule={rule} onClose={() => setRevising(false)} />}
    </Card>
  );
}
