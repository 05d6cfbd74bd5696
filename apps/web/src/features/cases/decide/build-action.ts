import type { CaseActionRequest } from '../cases.api.js';
import type { ForwardAction } from './main-action.js';
import { copies } from './recipients.js';

type Review = NonNullable<CaseActionRequest['review']>;

export interface ActionForm {
  /** Where the paper of each kind lies, by kind. */
  evidence?: Record<string, string | undefined>;
  review?: Review;
  placeDetail?: string;
  direct?: boolean;
  copyTo?: string[];
}

/** The request of a forward action; empty fields are left out. */
export function buildAction(action: ForwardAction, { evidence, review, placeDetail, direct, copyTo }: ActionForm, opinion: string): Omit<CaseActionRequest, 'expectedVersion'> {
  const papers = Object.entries(evidence ?? {}).flatMap(([kind, reference]) => (reference?.trim() ? [{ kind, reference: reference.trim() }] : []));
  return {
    action,
    ...(action === 'agree' && opinion.trim() ? { opinion: opinion.trim() } : {}),
    ...(papers.length > 0 ? { evidence: papers } : {}),
    ...(action === 'record_review' && review ? { review } : {}),
    ...(action === 'publish_notice' && placeDetail?.trim() ? { placeDetail: placeDetail.trim() } : {}),
    ...(direct && action !== 'publish_notice' ? { direct } : {}),
    ...copies(copyTo),
  };
}
