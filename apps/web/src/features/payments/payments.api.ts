import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../api/client.js';
import type { components, paths } from '../../api/generated/schema.js';

type Schemas = components['schemas'];
export type Payment = Schemas['PaymentResponse'];
export type Batch = Schemas['PaymentBatchResponse'];
export type BatchLine = Schemas['PaymentBatchLineResponse'];
export type ResultFile = Schemas['ResultFileResponse'];
export type PaymentListQuery = NonNullable<paths['/api/v1/payments']['get']['parameters']['query']>;
type Place = { cursor?: string | undefined; limit: number };

export const settlements = ['PAYABLE', 'SENT', 'PAID'] as const;
export type Settlement = (typeof settlements)[number];

export const paymentListQuery = (query: PaymentListQuery) => queryOptions({
  queryKey: ['help', 'payments', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/payments', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

export const batchListQuery = (query: Place & { division?: string | undefined }) => queryOptions({
  queryKey: ['help', 'batches', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/payment-batches', { params: { query }, signal })),
  placeholderData: keepPreviousData,
});

/** A job writes the file; the page asks again until it is there. */
export const batchQuery = (id: string) => queryOptions({
  queryKey: ['help', 'batch', id],
  queryFn: ({ signal }) => call(api.GET('/api/v1/payment-batches/{id}', { params: { path: { id } }, signal })),
  refetchInterval: (query) => (query.state.data?.state === 'QUEUED' ? 1_000 : false),
});

export const batchLinesQuery = (id: string, query: Place) => queryOptions({
  queryKey: ['help', 'batch', id, 'lines', query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/payment-batches/{id}/rows', { params: { path: { id }, query }, signal })),
  placeholderData: keepPreviousData,
});

export const resultFilesQuery = (id: string) => queryOptions({
  queryKey: ['help', 'batch', id, 'results'],
  queryFn: ({ signal }) => call(api.GET('/api/v1/payment-batches/{id}/results', { params: { path: { id } }, signal })),
});

export const resultLinesQuery = (id: string, resultId: string, query: Place) => queryOptions({
  queryKey: ['help', 'batch', id, 'results', resultId, query],
  queryFn: ({ signal }) => call(api.GET('/api/v1/payment-batches/{id}/results/{resultId}/rows', { params: { path: { id, resultId }, query }, signal })),
  placeholderData: keepPreviousData,
});

export function book(body: Schemas['BookingsRequest']): Promise<Schemas['RowResultsResponse']> {
  return call(api.POST('/api/v1/payments/bookings', { body }));
}
export function reverse(id: string, body: Schemas['PaymentReversalRequest']): Promise<Payment> {
  return call(api.POST('/api/v1/payments/{id}/reversal', { params: { path: { id } }, body }));
}
export function makeBatch(body: Schemas['NewPaymentBatchRequest']): Promise<Batch> {
  return call(api.POST('/api/v1/payment-batches', { body }));
}
/** Takes in what the bank says; the same file twice changes nothing. */
export function takeResult(id: string, file: File): Promise<ResultFile> {
  const form = new FormData();
  form.append('file', file);
  return call(api.POST('/api/v1/payment-batches/{id}/results', { params: { path: { id } }, body: {} as never, bodySerializer: () => form }));
}
