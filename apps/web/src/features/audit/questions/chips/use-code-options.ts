import { useQuery } from '@tanstack/react-query';
import { QUESTION_CODE_LISTS, codeLists, type LocalText } from '#domain';
import { api, call } from '../../../../api/client.js';
import { packsQuery } from '../../../cases/cases.api.js';
import { useLanguage } from '../../../../i18n/use-language.js';

export interface CodeOption {
  value: string;
  label: string;
}

const measures = { queryKey: ['measure-names'], queryFn: ({ signal }: { signal: AbortSignal }) => call(api.GET('/api/v1/measures', { params: { query: { limit: 200 } }, signal })), staleTime: Number.POSITIVE_INFINITY };

/** Names of measures and procedures, which are rows and no lists of the product. */
export function useRowLists(): ReadonlyMap<string, ReadonlyMap<string, LocalText>> {
  const measureRows = useQuery(measures).data;
  const packRows = useQuery(packsQuery).data;
  return new Map([
    ['measure', new Map((measureRows?.items ?? []).map(({ code, name }) => [code, name]))],
    ['case_pack', new Map([...(packRows ?? [])].reverse().map(({ code, name }) => [code, name]))],
  ]);
}

/** Codes of a list, whichever kind of list it is. */
export function useCodeOptions(): (list: string | null) => CodeOption[] {
  const language = useLanguage();
  const rows = useRowLists();
  return (list) => {
    const row = rows.get(list ?? '');
    if (row) return [...row].map(([value, label]) => ({ value, label: label[language] }));
    const known = codeLists.find(({ name }) => name === list);
    const items = known ? known.items : (QUESTION_CODE_LISTS.find(({ name }) => name === list)?.items ?? []);
    return items.map((item) => ({ value: item.code, label: item[language] }));
  };
}
