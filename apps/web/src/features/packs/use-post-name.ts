import { levelNames, roleTable, type StepHand } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';

/** A post of a procedure: the role, and the level above the subject at which it is held. */
export function usePostName(): (hand: StepHand) => string {
  const language = useLanguage();
  return ({ role, level }) => `${levelNames[level][language]} · ${roleTable[role][language]}`;
}
