import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeLabel, Permission } from '#domain';
import { formatMoment } from '../../i18n/format.js';
import { useLanguage, useLocalText } from '../../i18n/use-language.js';
import { useMay } from '../../session/me.js';
import { Card } from '../../ui/card.js';
import { FactList } from '../../ui/fact-list.js';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { StatusTag } from '../../ui/status-tag.js';
import { VerdictTag } from '../../ui/verdict-tag.js';
import { HouseholdLink } from '../help/parts/household-link.js';
import { entryQuery } from './care.api.js';
import { ContactDialog } from './contact-dialog.js';
import '../help/help.css';

/** Somebody on a register, with every contact so far. */
export function EntryPage() {
  const { t } = useTranslation();
  const local = useLocalText();
  const language = useLanguage();
  const may = useMay();
  const { id } = useParams({ from: '/office/care-entries/$id' });
  const query = useQuery(entryQuery(id));
  const [recording, setRecording] = useState(false);
  const found = query.data;
  return (
    <Page title={found ? (found.name ?? found.headName) : t('teams.care.title')} path={found && <Link to="/care/$code" params={{ code: found.registerCode }}>{found.registerName}</Link>} extra={found && <VerdictTag verdict={found.verdict} />}>
      <QueryState query={query} rows={8}>
        {(entry) => (
          <div className="two-columns">
            <Card title={t('teams.care.about')}>
              <FactList entries={[
                { key: 'household', label: t('help.household'), value: <HouseholdLink id={entry.householdId} head={entry.headName} /> },
                { key: 'place', label: t('help.village'), value: entry.place },
                { key: 'gender', label: t('teams.care.gender'), value: entry.gender && codeLabel('gender', entry.gender, language) },
                { key: 'birth', label: t('teams.care.birthDate'), value: entry.birthDate },
                { key: 'since', label: t('teams.care.since'), value: `${entry.since}${entry.until ? ` – ${entry.until}` : ''}` },
                { key: 'next', label: t('teams.care.next'), value: entry.dueOn ?? t('teams.care.dutyNotSet') },
                { key: 'contract', label: t('teams.care.contracted'), value: entry.contracted === null ? t('common.unknown') : t(entry.contracted ? 'common.yes' : 'common.no') },
              ]} />
              {entry.missing.length > 0 && <p className="missing">{entry.missing.map(local).join('；')}</p>}
            </Card>
            <Card title={t('teams.care.contacts')} extra={may(Permission.CareWrite) && entry.until === null && <Button type="primary" onClick={() => setRecording(true)}>{t('teams.care.record')}</Button>}>
              {entry.contacts.length === 0 && <p className="secondary">{t('teams.care.never')}</p>}
              <ol className="step-log">{entry.contacts.map((contact) => <li key={contact.id}><strong>{contact.contactedOn} {t(`teams.care.ways.${contact.way}`)}</strong> {contact.needsHelp && <StatusTag tone="warning" mark="!">{t('teams.care.needsHelp')}</StatusTag>}<div>{contact.found}</div><div className="secondary">{contact.met} {contact.recordedBy} {formatMoment(contact.recordedAt)}</div></li>)}</ol>
            </Card>
          </div>
        )}
      </QueryState>
      {recording && <ContactDialog entryId={id} onClose={() => setRecording(false)} />}
    </Page>
  );
}
