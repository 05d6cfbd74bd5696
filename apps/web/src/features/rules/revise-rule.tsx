import { Alert, Drawer, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useLocalText } from '../../i18n/use-language.js';
import { useMay } from '../../session/me.js';
import { PublishRule } from './publish-rule.js';
import { readRule } from './read-rule.js';
import type { RuleVersion } from './rules.api.js';
import { Simulation } from './simulation.js';

/** Another wording of a rule: read back as a sentence while it is typed, tried over everybody, and only then published. */
export function ReviseRule({ rule, onClose }: { rule: RuleVersion; onClose: () => void }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const may = useMay();
  const [text, setText] = useState(() => JSON.stringify(rule.rule, null, 2));
  const [year, setYear] = useState(() => Number(rule.effectiveFrom.slice(0, 4)));
  const [seal, setSeal] = useState<string | null>(null);
  const read = readRule(text, rule.level);
  const change = (next: string) => { setText(next); setSeal(null); };
  return (
    <Drawer open title={t('rules.revise.title', { rule: local(rule.name) })} size={760} onClose={onClose}>
      <p className="secondary">{t('rules.revise.hint')}</p>
      <Input.TextArea className="rule-text" aria-label={t('rules.revise.text')} value={text} onChange={(event) => change(event.target.value)} autoSize={{ minRows: 8, maxRows: 20 }} spellCheck={false} />
      {read.sentence && <p className="rule-sentence" role="status">{local(read.sentence)}</p>}
      {read.faults.length > 0 && <Alert type="error" showIcon title={t('rules.revise.faults')} description={<ul>{read.faults.map((fault) => <li key={`${fault.path}${fault.code}`}><code>{fault.path}</code> {local(fault.message)}</li>)}</ul>} />}
      {read.unreadable && <Alert type="error" showIcon title={t('rules.revise.unreadable')} />}
      <p>{t('rules.revise.year')} <InputNumber aria-label={t('rules.revise.year')} value={year} min={2000} max={2100} precision={0} onChange={(next) => { if (next) { setYear(next); setSeal(null); } }} /></p>
      {read.rule && <Simulation rule={rule} candidate={read.rule} year={year} onSeen={setSeal} />}
      {read.rule && seal && may(Permission.RulePublish) && <PublishRule rule={rule} candidate={read.rule} year={year} seal={seal} onClose={onClose} />}
    </Drawer>
  );
}
