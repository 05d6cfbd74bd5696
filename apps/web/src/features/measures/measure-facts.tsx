import { useTranslation } from 'react-i18next';
import { codeLabel } from '#domain';
import { useLanguage, useLocalText } from '../../i18n/use-language.js';
import { Card } from '../../ui/card.js';
import { FactList } from '../../ui/fact-list.js';
import { Amounts } from './amounts.js';
import type { MeasureVersion } from './measures.api.js';

/** What the documents say of a measure, property by property; what they leave open is named as not set. */
export function MeasureFacts({ version }: { version: MeasureVersion }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const local = useLocalText();
  const open = new Set(version.notSet);
  const said = (key: string, text: string) => (open.has(key) || text === '' ? <span className="not-set">{t('common.notSet')}</span> : text);
  const words = { beneficiaries: version.beneficiaries, period: version.period, funding: version.funding, afterExit: version.afterExit } as const;
  return (
    <Card title={t('help.measures.inForce', { version: version.version, from: version.effectiveFrom })}>
      <h3>{t('help.measures.rule')}</h3>
      <p className="rule-sentence">{said('eligibility', local(version.sentence))}</p>
      {version.ruleNote && <p className="secondary">{local(version.ruleNote)}</p>}
      <FactList entries={[
        { key: 'kind', label: t('help.measures.kind'), value: local(version.kindName) },
        { key: 'level', label: t('help.measures.level'), value: t(`help.measures.levels.${version.level}`) },
        { key: 'delivery', label: t('help.measures.delivery'), value: t(`help.measures.deliveries.${version.delivery}`) },
        { key: 'amount', label: t('help.measures.amount'), value: <Amounts amount={version.amount} /> },
        ...(['beneficiaries', 'period', 'funding', 'afterExit'] as const).map((key) => ({ key, label: t(`help.measures.fact.${key}`), value: said(key, local(words[key])) })),
        { key: 'received', label: t('help.measures.fact.receivedWhen'), value: said('receivedWhen', local(version.receivedSentence)) },
        { key: 'causes', label: t('help.measures.fact.causes'), value: version.moves.causes.map((code) => codeLabel('povertyCause', code, language)).join('、') || '—' },
        { key: 'overlaps', label: t('help.measures.fact.overlaps'), value: version.overlaps.map((overlap) => `${overlap.code} ${local(overlap.note)}`).join('；') || '—' },
      ]} />
      <h3 className="measure-sources">{t('help.measures.sources')}</h3>
      <ul>{version.sources.map((source, at) => <li key={at}>{local(source.title)}{source.place && ` ${local(source.place)}`}</li>)}</ul>
    </Card>
  );
}
