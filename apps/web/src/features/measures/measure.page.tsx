import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Permission } from '#domain';
import { formatMoment } from '../../i18n/format.js';
import { useLocalText } from '../../i18n/use-language.js';
import { useMay } from '../../session/me.js';
import { Card } from '../../ui/card.js';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { MeasureFacts } from './measure-facts.js';
import { measureQuery } from './measures.api.js';
import { NextVersion } from './next-version.js';
import '../help/help.css';

/** One measure with all its versions; who may tries out another rule and publishes it. */
export function MeasurePage() {
  const { t } = useTranslation();
  const local = useLocalText();
  const may = useMay();
  const { code } = useParams({ from: '/office/measures/$code' });
  const query = useQuery(measureQuery(code));
  const title = query.data ? `${local(query.data.current.name)}（${code}）` : code;
  return (
    <Page title={title} path={<Link to="/measures">{t('help.measures.title')}</Link>}>
      <QueryState query={query} rows={10}>
        {(measure) => (
          <>
            <MeasureFacts version={measure.current} />
            {may(Permission.MeasurePublish) && (measure.current.level === 'household' || measure.current.level === 'member') && <NextVersion current={measure.current} />}
            <Card title={t('help.measures.versions')}>
              <ol className="step-log">
                {measure.versions.map((version) => (
                  <li key={version.id}>
                    <strong>{t('help.measures.inForce', { version: version.version, from: version.effectiveFrom })}</strong> <span className="secondary">{version.effectiveTo && t('help.measures.until', { to: version.effectiveTo })} {t('help.measures.published', { time: formatMoment(version.publishedAt) })}</span>
                    <div>{local(version.sentence)}</div>
                  </li>
                ))}
              </ol>
            </Card>
          </>
        )}
      </QueryState>
    </Page>
  );
}
