/** `150221199001011234` → `150221********1234`; a shorter document shows only its ends. Empty stays empty. */
export function maskIdNumber(value: string): string {
  return value.length >= 15 ? ends(value, 6, 4) : ends(value, 1, 1);
}

/** `13812341234` → `138****1234`; a number with fewer than eight digits shows only its last two. */
export function maskPhone(value: string): string {
  return value.length >= 8 ? ends(value, 3, 4) : ends(value, 0, 2);
}

/** Shows the last four digits of an account and hides how long it is. */
export function maskBankAccount(value: string): string {
  if (value === '') return '';
  return `**** ${value.length >= 8 ? value.slice(-4) : '****'}`;
}

/** Removes spaces and separators and a leading +86 or 0086 of mobile numbers; the rest is kept as written. */
export function normalisePhone(written: string): string {
  const text = written.normalize('NFKC').replace(/[\s\-().]/g, '');
  return text.replace(/^(?:\+86|0086)(?=1[0-9]{10}$)/, '');
}

/** True for a mainland mobile number or a land line with or without its area code. */
export function isPhone(normalised: string): boolean {
  return /^1[3-9][0-9]{9}$/.test(normalised) || /^(?:0[0-9]{2,3})?[2-9][0-9]{6,7}$/.test(normalised);
}

/** Removes spaces and separators of a bank account. */
export function normaliseBankAccount(written: string): string {
  return written.normalize('NFKC').replace(/[\s-]/g, '');
}

/**
 * Normalises a person's name: composed characters, no surrounding space, one kind of middle dot, single inner spaces.
 * Mongolian names may be long and carry dots or Latin letters; none of that is an error.
 */
export function normaliseName(written: string): string {
  return written.normalize('NFC').replace(/[•・‧∙⋅．]/g, '·').replace(/[\s\u3000]+/g, ' ').trim().replace(/([\p{Script=Han}·]) (?=[\p{Script=Han}·])/gu, '$1');
}

function ends(value: string, head: number, tail: number): string {
  const hidden = value.length - head - tail;
  return hidden <= 0 ? '*'.repeat(value.length) : value.slice(0, head) + '*'.repeat(hidden) + value.slice(value.length - tail);
}
