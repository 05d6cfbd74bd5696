import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Role } from '#domain';
import { api, call } from '../../api/client.js';
import type { components } from '../../api/generated/schema.js';
import type { ApiProblem } from '../../api/problem.js';

export type Account = components['schemas']['AccountResponse'];
export type AccountGrant = Account['grants'][number];

export const accountsQuery = (q: string | undefined, cursor: string | undefined) => queryOptions({
  queryKey: ['accounts', q ?? null, cursor ?? null],
  queryFn: ({ signal }) => call(api.GET('/api/v1/accounts', { params: { query: { q, cursor, limit: 20 } }, signal })),
  placeholderData: keepPreviousData,
});

/** What one of the administrators does to an account; each verb belongs to one of them. */
export type AccountStep =
  | { readonly kind: 'create'; readonly username: string; readonly displayName: string; readonly password: string }
  | { readonly kind: 'change'; readonly id: string; readonly status?: 'ACTIVE' | 'DISABLED'; readonly password?: string }
  | { readonly kind: 'end-sessions'; readonly id: string }
  | { readonly kind: 'grant'; readonly id: string; readonly role: Role; readonly divisionCode: string; readonly validTo?: string }
  | { readonly kind: 'revoke'; readonly grantId: string };

async function send(step: AccountStep): Promise<void> {
  switch (step.kind) {
    case 'create':
      return void (await call(api.POST('/api/v1/accounts', { body: { username: step.username, displayName: step.displayName, password: step.password } })));
    case 'change':
      return void (await call(api.PATCH('/api/v1/accounts/{id}', { params: { path: { id: step.id } }, body: { status: step.status, password: step.password } })));
    case 'end-sessions':
      return void (await call(api.DELETE('/api/v1/accounts/{id}/sessions', { params: { path: { id: step.id } } })));
    case 'grant':
      return void (await call(api.POST('/api/v1/accounts/{id}/grants', { params: { path: { id: step.id } }, body: { role: step.role, divisionCode: step.divisionCode, validTo: step.validTo } })));
    case 'revoke':
      return void (await call(api.DELETE('/api/v1/grants/{id}', { params: { path: { id: step.grantId } } })));
  }
}

export function useAccountStep(onDone: () => void = () => undefined) {
  const client = useQueryClient();
  return useMutation<void, ApiProblem, AccountStep>({
    mutationFn: send,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['accounts'] });
      onDone();
    },
  });
}
