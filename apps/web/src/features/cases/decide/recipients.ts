import type { CaseActionRequest } from '../cases.api.js';

type Recipient = NonNullable<CaseActionRequest['copyTo']>[number];

/** A recipient as the value of an option: role, division and person, if it is one. */
export function recipientKey({ role, division, userId = '' }: Recipient): string {
  return [role, division, userId].join('|');
}

/** What a dialog with a field of copies adds to its request; nothing when nobody was chosen. */
export function copies(keys: readonly string[] | undefined): Pick<CaseActionRequest, 'copyTo'> {
  if (!keys || keys.length === 0) return {};
  return {
    copyTo: keys.map((key) => {
      const [role = '', division = '', userId = ''] = key.split('|');
      return { role: role as Recipient['role'], division, ...(userId ? { userId } : {}) };
    }),
  };
}
