import { useNavigate, useSearch } from '@tanstack/react-router';

/** What stands in the addresses of the forms. Ids are plain UUIDs. */
export interface FieldSearch {
  readonly hh?: string;
  readonly member?: string;
  readonly of?: string;
  readonly year?: number;
}

export function useFieldSearch(): FieldSearch {
  return useSearch({ strict: false }) as FieldSearch;
}

/** Goes to a page of the field desk; with `replace` one does not come back to the form that was saved. */
export function useGo(): (to: string, search?: FieldSearch, options?: { readonly replace?: boolean }) => Promise<void> {
  const navigate = useNavigate();
  return (to, search = {}, { replace = false } = {}) => navigate({ to, search: search as never, replace });
}
