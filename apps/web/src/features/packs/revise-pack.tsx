import { Alert, Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parsePack } from '#domain';
import { useLocalText } from '../../i18n/use-language.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { differencesOf } from './differences.js';
import { PackCopies } from './pack-copies.js';
import { usePublishPack, type PackVersion } from './packs.api.js';
import { withCopies } from './with-copies.js';
import '../rules/rules.css';

function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const shown = (value: unknown): string => (value === undefined ? '—' : JSON.stringify(value));

/** The next version of a procedure: what differs from the last one stands below the text, and it is refused while a law is broken. */
export function RevisePack({ latest, onClose }: { latest: PackVersion; onClose: () => void }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const [text, setText] = useState(() => JSON.stringify({ ...parsePack(latest.content).pack, version: latest.version + 1 }, null, 2));
  const publish = usePublishPack(latest.code, onClose);
  const content = read(text);
  const parsed = content === undefined ? null : parsePack(content);
  const changes = content === undefined ? [] : differencesOf(latest.content, content).filter(({ path }) => path !== '$.version');
  const ready = parsed?.faults.length === 0 && changes.length > 0;
  return (
    <Drawer open title={t('packs.reviseTitle', { name: local(latest.name) })} size={860} onClose={onClose}>
      <p className="secondary">{t('packs.reviseHint')}</p>
      <Input.TextArea className="rule-text" aria-label={t('packs.text')} value={text} onChange={(event) => setText(event.target.value)} autoSize={{ minRows: 12, maxRows: 22 }} spellCheck={false} />
      {!parsed && <Alert type="error" showIcon title={t('rules.revise.unreadable')} />}
      {parsed && parsed.faults.length > 0 && <Alert type="error" showIcon title={t('packs.faults')} description={<ul>{parsed.faults.map((fault) => <li key={`${fault.path}${fault.message.zh}`}><code>{fault.path}</code> {local(fault.message)}</li>)}</ul>} />}
      {parsed && <PackCopies pack={parsed.pack} onChange={(step, copies) => setText(JSON.stringify(withCopies(content, step, copies), null, 2))} />}
      <section className="tab-section">
        <h3>{t('packs.changes', { count: changes.length })}</h3>
        {changes.length > 0 && (
          <table className="matrix">
            <thead><tr><th scope="col">{t('packs.where')}</th><th scope="col">{t('packs.before')}</th><th scope="col">{t('packs.after')}</th></tr></thead>
            <tbody>{changes.map(({ path, before, after }) => <tr key={path}><td><code>{path}</code></td><td>{shown(before)}</td><td>{shown(after)}</td></tr>)}</tbody>
          </table>
        )}
      </section>
      {publish.error && <ProblemAlert error={publish.error} />}
      <Button type="primary" className="tab-section" disabled={!ready} loading={publish.isPending} onClick={() => parsed && publish.mutate(parsed.pack)}>{t('packs.publish')}</Button>
    </Drawer>
  );
}
