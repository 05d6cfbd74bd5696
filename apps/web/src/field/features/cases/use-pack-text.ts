import { levelNames, roleTable, type PackStep } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';

/** Who fills a step: roles in words, with their level where one role stands at several. */
export function useHandsText(): (step: PackStep) => string {
  const language = useLanguage();
  return ({ hands }) => hands.map(({ role, level }) => (role.startsWith('county') || role.startsWith('township') || role.startsWith('village') || role === 'team_member' ? roleTable[role][language] : `${levelNames[level][language]} ${roleTable[role][language]}`)).join(language === 'zh' ? '、' : ', ');
}
