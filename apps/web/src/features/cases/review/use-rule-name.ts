import { useQuery } from '@tanstack/react-query';
import { Permission } from '#domain';
import { useLocalText } from '../../../i18n/use-language.js';
import { useMay } from '../../../session/me.js';
import { rulesQuery } from '../../rules/rules.api.js';

/** Name of a rule; its code while it is not known, or for who may not read rules. */
export function useRuleName(code: string): string {
  const local = useLocalText();
  const may = useMay();
  const rules = useQuery({ ...rulesQuery, enabled: may(Permission.RuleRead) }).data;
  return local(rules?.find((rule) => rule.code === code)?.name) || code;
}
