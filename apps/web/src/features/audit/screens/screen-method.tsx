import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { useMay } from '../../../session/me.js';
import { Card } from '../../../ui/card.js';
import { SettingDialog } from './setting-dialog.js';
import type { ScreenAnswer } from './screens.api.js';

/** How it is computed, what it may honestly come from, and how sharply it looks. */
export function ScreenMethod({ answer: { screen, flagged, judged, tooFew } }: { answer: ScreenAnswer }) {
  const { t } = useTranslation();
  const may = useMay();
  const [setting, setSetting] = useState<string | null>(null);
  const chosen = screen.settings.find(({ name }) => name === setting);
  return (
    <Card title={t('screens.found', { flagged, judged, tooFew })}>
      <p>{screen.method}</p>
      <div className="screen-words">
        <div><h3>{t('screens.honest')}</h3><ul>{screen.honestCauses.map((cause) => <li key={cause}>{cause}</li>)}</ul></div>
        <div>
          <h3>{t('screens.settings')}</h3>
          <table className="matrix"><tbody>{screen.settings.map((one) => (
            <tr key={one.name}><th scope="row">{one.label}</th><td className="number">{one.value} {one.unit}</td><td className="secondary">{one.origin}</td>{may(Permission.ParameterWrite) && <td><Button size="small" type="link" onClick={() => setSetting(one.name)}>{t('screens.change')}</Button></td>}</tr>
          ))}</tbody></table>
        </div>
      </div>
      <p className="secondary">{t('screens.noPersons')}</p>
      {chosen && <SettingDialog code={screen.code} setting={chosen} onClose={() => setSetting(null)} />}
    </Card>
  );
}
