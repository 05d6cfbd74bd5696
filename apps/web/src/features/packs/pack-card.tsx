import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useLocalText } from '../../i18n/use-language.js';
import { useMay } from '../../session/me.js';
import { Card } from '../../ui/card.js';
import { RevisePack } from './revise-pack.js';
import { PackSteps } from './pack-steps.js';
import type { PackVersion } from './packs.api.js';

/** One procedure: its steps in the version that is looked at. */
export function PackCard({ versions }: { versions: readonly PackVersion[] }) {
  const { t } = useTranslation();
  const local = useLocalText();
  const mayPublish = useMay()(Permission.PackPublish);
  // The newest until another one is chosen, also after one was published.
  const [number, setNumber] = useState<number | null>(null);
  const [revising, setRevising] = useState(false);
  const shown = versions.find(({ version }) => version === number) ?? versions[0];
  if (!shown) return null;
  const options = versions.map(({ version, validFrom, validTo }) => ({ value: version, label: validTo === null ? t('packs.version', { version, from: validFrom }) : t('packs.versionUntil', { version, from: validFrom, to: validTo }) }));
  const extra = (
    <>
      <Select size="small" aria-label={t('packs.versions')} value={shown.version} options={options} onChange={setNumber} popupMatchSelectWidth={false} />
      {mayPublish && <Button size="small" onClick={() => setRevising(true)}>{t('packs.revise')}</Button>}
    </>
  );
  return (
    <Card title={local(shown.name)} extra={extra}>
      <p className="secondary">{t('packs.source')}：{shown.source}</p>
      <PackSteps pack={shown.content} />
      {revising && versions[0] && <RevisePack latest={versions[0]} onClose={() => setRevising(false)} />}
    </Card>
  );
}
