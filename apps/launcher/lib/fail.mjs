/** A fault whose message is the one line that the person at the keyboard needs; no stack. */
export class StartFault extends Error {}

/** Refuses to go on. */
export function refuse(message) {
  throw new StartFault(message);
}
