import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseHousehold } from '../new/choose-household.js';
import { OnThisPhone } from '../new/on-this-phone.js';
import { ClueScreen } from './clue-screen.js';
import { useFieldSearch } from '../new/go.js';

/** 问题线索: about a household of this phone, or one that is not on record. */
export function CluePage() {
  const { t } = useTranslation();
  const { hh } = useFieldSearch();
  const [unknown, setUnknown] = useState(false);
  if (unknown) return <ClueScreen household={null} />;
  if (!hh) return <ChooseHousehold title={t('field.clue.title')} to="/clues/new" without={{ text: t('field.clue.newHousehold'), onClick: () => setUnknown(true) }} />;
  return <OnThisPhone id={hh} title={t('field.clue.title')}>{(household) => <ClueScreen key={household.id} household={household} />}</OnThisPhone>;
}
