import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { CHECK_SUBJECTS } from '#domain';
import { formatDay } from '../../../i18n/format.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { ShortDivisionName } from '../../../ui/division-name.js';
import type { Hit } from './checks.api.js';
import { VerdictMark } from './verdict-mark.js';

function Values({ hit }: { hit: Hit }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return <dl className="hit-values">{hit.values.map(({ name, label, text }) => <div key={name}><dt>{label[language]}</dt><dd>{text ?? <span className="secondary">{t('common.notRecorded')}</span>}</dd></div>)}</dl>;
}

/** Whom a hit is about, the values that made it one, since when, and what was said of it. */
export function useHitColumns(): NonNullable<TableProps<Hit>['columns']> {
  const { t } = useTranslation();
  return [
    {
      title: t('checks.hit.who'), width: 220,
      render: (_, hit) => (
        <>
          {hit.householdId ? <Link to="/households/$id" params={{ id: hit.householdId }}><strong>{hit.headName ?? hit.householdCode}</strong></Link> : <strong>{t(`checks.subject.${CHECK_SUBJECTS.find((known) => known === hit.subject) ?? 'division'}`)}</strong>}
          {hit.memberName && hit.memberName !== hit.headName && <> · {hit.memberName}</>}
          <div className="secondary"><ShortDivisionName code={hit.village} />{hit.householdCode && ` · ${hit.householdCode}`}</div>
        </>
      ),
    },
    { title: t('checks.hit.values'), render: (_, hit) => <Values hit={hit} /> },
    { title: t('checks.hit.since'), width: 120, render: (_, hit) => <>{formatDay(hit.firstSeenAt)}{hit.goneAt && <div className="secondary nowrap">{t('checks.hit.goneAt', { day: formatDay(hit.goneAt) })}</div>}</> },
    { title: t('checks.hit.verdict'), width: 200, render: (_, hit) => <><VerdictMark verdict={hit.judgedAt ? hit.verdict : null} />{hit.reason && <div className="secondary">{hit.reason}</div>}</> },
  ];
}
