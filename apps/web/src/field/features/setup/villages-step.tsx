import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../store/index.js';
import { BigButton, Card, Problem, Wait } from '../../ui/index.js';
import { villagesOf, type VillageChoice } from './villages.js';

/** Which villages go onto this phone; with one there is nothing to choose. */
export function VillagesStep({ onChosen }: { onChosen: (villages: readonly VillageChoice[]) => void }) {
  const { t } = useTranslation();
  const { division } = useMe();
  const [found, setFound] = useState<readonly VillageChoice[]>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    setError(null);
    villagesOf(division).then((list) => {
      setFound(list);
      if (list.length === 1) setChosen(new Set(list.map(({ code }) => code)));
    }, setError);
  }, [division, attempt]);
  const toggle = (code: string): void => setChosen((old) => new Set(old.has(code) ? [...old].filter((other) => other !== code) : [...old, code]));
  if (error !== null) return <Problem error={error} onRetry={() => setAttempt((count) => count + 1)} />;
  if (!found) return <Wait />;
  return (
    <>
      <Card title={t('field.setup.villagesTitle')}>
        <p className="secondary">{found.length === 0 ? t('field.setup.noVillages') : t('field.setup.villagesIntro')}</p>
        {found.map(({ code, name }) => (
          <label key={code} className="choice"><input type="checkbox" checked={chosen.has(code)} data-testid={`village-${code}`} onChange={() => toggle(code)} /><span>{name}</span></label>
        ))}
        <p role="status">{t('field.setup.chosen', { count: chosen.size })}</p>
      </Card>
      <BigButton disabled={chosen.size === 0} data-testid="download" onClick={() => onChosen(found.filter(({ code }) => chosen.has(code)))}>{t('field.setup.download')}</BigButton>
    </>
  );
}
