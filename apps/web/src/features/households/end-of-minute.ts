/** `2026-11-22T14:05` of a picker, meant in Shanghai. A picker shows no seconds: what was recorded in the minute that was chosen belongs to it. */
export const endOfMinute = (local: string): string => `${local}:59.999+08:00`;
