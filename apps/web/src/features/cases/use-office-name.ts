import { isRole, levelNames, levelOf, roleTable } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';

/** An office by level and role. Readers of one case sit above one place, so the level says which. */
export function useOfficeName(): (role: string, division: string) => string {
  const language = useLanguage();
  return (role, division) => {
    const level = levelOf(division);
    return `${level ? levelNames[level][language] : division} · ${isRole(role) ? roleTable[role][language] : role}`;
  };
}
