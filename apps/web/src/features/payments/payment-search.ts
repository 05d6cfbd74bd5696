import { termPattern } from '#domain';
import type { KeysetPlace } from '../../ui/keyset.js';
import { wordOf, type RawSearch } from '../../ui/search-params.js';
import { CASE_ID, MEASURE_CODE, readList, shapeOf } from '../help/parts/read-search.js';
import { settlements, type Settlement } from './payments.api.js';

export interface PaymentFilters {
  division?: string | undefined;
  settlement?: Settlement | undefined;
  measureCode?: string | undefined;
  term?: string | undefined;
  fundId?: string | undefined;
  projectId?: string | undefined;
}

export function readPaymentSearch(search: RawSearch): PaymentFilters & KeysetPlace {
  return {
    ...readList(search), settlement: wordOf(search, 'settlement', settlements), measureCode: shapeOf(search, 'measureCode', MEASURE_CODE), term: shapeOf(search, 'term', termPattern),
    fundId: shapeOf(search, 'fundId', CASE_ID), projectId: shapeOf(search, 'projectId', CASE_ID),
  };
}
