import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../../i18n/use-language.js';
import { useDraftKeys, useHouseholdIndex } from '../../store/index.js';
import { BigButton, Empty, FieldPage, Row, Rows, Wait, useGo } from '../../ui/index.js';
import { CaseTags } from './case-tags.js';
import { nextAction } from './field-case.js';
import { useCaseSetting, useShownCases, type ShownCase } from './use-cases.js';
import './cases.css';

const groups = ['returned', 'mine', 'sending', 'others'] as const;
type Group = (typeof groups)[number];

/** Cases of the villages on this phone: what came back first, then what waits for me. */
export function CasesPage() {
  const { t } = useTranslation();
  const local = useLocalText();
  const go = useGo();
  const setting = useCaseSetting();
  const cases = useShownCases();
  const entries = useHouseholdIndex();
  const drafts = useDraftKeys().filter((key) => key.startsWith('case:new:') && !key.includes('#')).map((key) => key.split(':'));
  const groupOf = ({ kase }: ShownCase): Group => {
    const refused = kase.work.some(({ state }) => state === 'returned');
    if (refused || (kase.returned && nextAction(kase, setting.me))) return 'returned';
    if (kase.work.some(({ kind, state }) => kind !== 'evidence.attach' && state !== 'sent')) return 'sending';
    return nextAction(kase, setting.me) ? 'mine' : 'others';
  };
  const open = (id: string) => go(`/cases/${id}`);
  const shown = (cases ?? []).filter(({ kase }) => kase.step !== null);
  return (
    <FieldPage title={t('field.cases.title')} back="/today" footer={<BigButton onClick={() => go('/cases/new')} data-testid="new-case">{t('field.cases.start')}</BigButton>}>
      {cases === undefined && <Wait />}
      {drafts.length > 0 && (
        <section><h2 className="case-h3">{t('field.cases.groups.drafts')}</h2>
          <Rows label={t('field.cases.groups.drafts')}>
            {drafts.map(([, , hh = '', pack = '']) => (
              <Row key={`${hh}${pack}`} title={`${entries.find(({ id }) => id === hh)?.headName ?? ''} · ${local(setting.procedures.find((one) => one.pack.code === pack)?.pack.name)}`} onClick={() => go('/cases/new', { search: { hh, pack } })} data-testid="case-draft" />
            ))}
          </Rows>
        </section>
      )}
      {cases !== undefined && shown.length === 0 && drafts.length === 0 && <Empty>{t('field.cases.none')}</Empty>}
      {groups.map((group) => {
        const list = shown.filter((one) => groupOf(one) === group);
        return list.length === 0 ? null : (
          <section key={group} data-testid={`group-${group}`}><h2 className="case-h3">{t(`field.cases.groups.${group}`)}</h2>
            <Rows label={t(`field.cases.groups.${group}`)}>
              {list.map(({ kase, entry }) => (
                <Row key={kase.id} title={`${entry.headName} · ${local(kase.pack.name)}`} note={kase.returned?.opinion ?? t('field.cases.atStep', { step: local(kase.step?.name) })} extra={<CaseTags kase={kase} today={setting.today} />} onClick={() => open(kase.id)} data-testid={`case-${entry.headName}`} />
              ))}
            </Rows>
          </section>
        );
      })}
    </FieldPage>
  );
}
