/** Day of a term from which few days are left: the last fifth, so the 12th of 15. */
export const redFrom = (term: number): number => Math.ceil(term * 0.8);
