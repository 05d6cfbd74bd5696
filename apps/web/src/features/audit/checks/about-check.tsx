import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { formatYuan } from '../../../i18n/format.js';
import { useLanguage, useLocalText } from '../../../i18n/use-language.js';
import { useMay } from '../../../session/me.js';
import { Card } from '../../../ui/card.js';
import type { CheckVersion } from './checks.api.js';
import { useRegisterName } from './missing-words.js';
import { ParametersDialog } from './parameters-dialog.js';

type Parameter = CheckVersion['parameters'][number];

function ParameterText({ value, unit }: Pick<Parameter, 'value' | 'unit'>) {
  const { t } = useTranslation();
  if (value === undefined) return <span className="missing">▲ {t('common.notSet')}</span>;
  return <>{unit === 'fen' && typeof value === 'number' ? `${formatYuan(value)} ${t('common.yuan')}` : String(value)}</>;
}

/** What is wrong, by which document, in which words it is looked for, and the numbers that it compares with. */
export function AboutCheck({ check }: { check: CheckVersion }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const text = useLocalText();
  const may = useMay();
  const nameOf = useRegisterName();
  const [setting, setSetting] = useState(false);
  return (
    <>
      <Card title={t('checks.about.meaning')}>
        <p>{check.meaning[language]}</p>
        <h3>{t('checks.about.basis')}</h3>
        <ul>{check.basis.map(({ zh, tag }) => <li key={`${tag}${zh}`}>{zh}<span className="secondary">（{tag}）</span></li>)}</ul>
        {check.registers.length > 0 && <p className="missing">{t('checks.about.registers', { lists: check.registers.map(nameOf).join('、') })}</p>}
      </Card>
      <Card title={t('checks.about.rule')}>
        {check.sentence && <p>{text(check.sentence)}</p>}
        <details><summary>{t(check.rule ? 'checks.about.json' : 'checks.about.sql')}</summary><pre className="rule-json" tabIndex={0}>{check.rule ? JSON.stringify(check.rule, null, 2) : check.sql}</pre>{check.sqlSha256 && <p className="secondary">SHA-256 {check.sqlSha256}</p>}</details>
      </Card>
      {check.parameters.length > 0 && (
        <Card title={t('checks.about.parameters')} extra={may(Permission.CheckPublish) && <Button onClick={() => setSetting(true)}>{t('checks.about.set')}</Button>}>
          <table className="matrix">
            <thead><tr><th>{t('checks.about.parameter')}</th><th>{t('checks.about.value')}</th><th>{t('checks.about.origin')}</th></tr></thead>
            <tbody>{check.parameters.map((parameter) => <tr key={parameter.name}><td>{parameter.label[language]}</td><td><ParameterText {...parameter} /></td><td>{parameter.origin}</td></tr>)}</tbody>
          </table>
        </Card>
      )}
      {setting && <ParametersDialog check={check} onClose={() => setSetting(false)} />}
    </>
  );
}
