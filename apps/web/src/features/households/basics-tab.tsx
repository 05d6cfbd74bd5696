import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { codeLabel, fieldsOf, type FieldGroup } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { FieldFacts } from '../../ui/field-facts.js';
import type { Household } from './households.api.js';

const groups: readonly FieldGroup[] = ['basic', 'status', 'cause', 'relocation'];
const notHere: ReadonlySet<string> = new Set(['villageCode', 'status', 'phone', 'bankAccountNo']);
const fields = fieldsOf('household').filter((field) => !notHere.has(field.key));

/** Everything recorded of the household itself, and the episodes of its registration. */
export function BasicsTab({ household }: { household: Household }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      {groups.map((group) => (
        <section key={group} className="tab-section">
          <h3>{t(`households.group.${group}`)}</h3>
          <FieldFacts fields={fields.filter((field) => field.group === group)} values={household.values} />
        </section>
      ))}
      <section className="tab-section">
        <h3>{t('households.episodes')}</h3>
        <ol className="episodes">
          {household.episodes.map((episode) => (
            <li key={episode.id}>
              {t(`households.entry.${episode.entryKind}`)} {episode.enteredOn} · {codeLabel('householdStatus', episode.status, language)}
              {episode.exitedOn && <> · {t('households.exitedOn', { date: episode.exitedOn })}</>}
              {episode.exitCaseId && <> · <Link to="/cases/$id" params={{ id: episode.exitCaseId }}>{t('households.exitCase')}</Link></>}
              {episode.entryReason && <span className="secondary"> · {episode.entryReason}</span>}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
