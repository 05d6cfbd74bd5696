import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { formatDay } from '../../../i18n/format.js';
import { useLocalText } from '../../../i18n/use-language.js';
import { useMay } from '../../../session/me.js';
import { Card } from '../../../ui/card.js';
import type { CheckDetail } from './checks.api.js';
import { PublishDialog } from './publish-dialog.js';

/** All versions, newest first; those in rule form can be followed by another one. */
export function CheckVersions({ detail }: { detail: CheckDetail }) {
  const { t } = useTranslation();
  const text = useLocalText();
  const may = useMay();
  const [publishing, setPublishing] = useState(false);
  const isRule = detail.check.form === 'rule';
  return (
    <Card title={t('checks.tab.versions')} extra={may(Permission.CheckPublish) && isRule && <Button onClick={() => setPublishing(true)}>{t('checks.publish.open')}</Button>}>
      {!isRule && <p className="secondary">{t('checks.statementOnly')}</p>}
      <table className="matrix">
        <thead><tr><th>{t('checks.version.number')}</th><th>{t('checks.version.valid')}</th><th>{t('checks.version.basis')}</th><th>{t('checks.version.rule')}</th></tr></thead>
        <tbody>
          {detail.versions.map((version) => (
            <tr key={version.version}>
              <td>{t('checks.version.of', { version: version.version })}</td>
              <td className="nowrap">{version.validFrom} — {version.validTo ?? ''}<div className="secondary">{t('checks.version.published', { day: formatDay(version.publishedAt) })}</div></td>
              <td>{version.basis.map(({ zh }) => zh).join('；')}</td>
              <td>{version.sentence ? text(version.sentence) : <span className="secondary">SHA-256 {version.sqlSha256?.slice(0, 12)}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {publishing && <PublishDialog check={detail.check} onClose={() => setPublishing(false)} />}
    </Card>
  );
}
