import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHouseholdIndex } from '../../store/index.js';
import { BigButton, Empty, FieldPage, Row, Rows, TextField } from '../../ui/index.js';
import { found } from './found.js';
import { useGo } from './go.js';

/** As many rows as a thumb scrolls through; further ones are found by typing. */
const SHOWN = 60;

interface Props {
  title: string;
  to: '/visits/new' | '/income' | '/members/change' | '/clues/new';
  /** A way on without a household. */
  without?: { readonly text: string; readonly onClick: () => void };
}

/** The first step of a form that was opened without a household. */
export function ChooseHousehold({ title, to, without }: Props) {
  const { t } = useTranslation();
  const go = useGo();
  const entries = useHouseholdIndex();
  const [words, setWords] = useState('');
  const shown = found(entries, words).slice(0, SHOWN);
  return (
    <FieldPage title={title} back="/">
      {without && <BigButton kind="plain" onClick={without.onClick} data-testid="without-household">{without.text}</BigButton>}
      <TextField label={t('field.begin.search')} type="search" value={words} onChange={setWords} testid="choose-search" />
      <Rows label={t('field.begin.households')}>
        {shown.map(({ id, headName, code, memberCount }) => (
          <Row key={id} title={headName} note={[code, t('common.persons', { count: memberCount })].filter(Boolean).join(' · ')} onClick={() => void go(to, { hh: id }, { replace: true })} data-testid={`choose-${id}`} />
        ))}
      </Rows>
      {shown.length === 0 && <Empty>{t('field.begin.noneFound')}</Empty>}
    </FieldPage>
  );
}
