import { problem } from '#domain';

const MIN_LENGTH = 12;
/** Words of this system and the most used patterns; a password that contains one is guessed first. */
const blocked = ['bangfu', 'fupin', 'neimenggu', 'password', 'qwerty', 'admin', '123456', '111111', 'abc123', 'iloveyou'];
const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/];

/** At least 12 characters, three of four classes, no blocked word, not the user name. Throws `account.weak-password`. */
export function checkPassword(password: string, username: string): void {
  const lower = password.toLowerCase();
  const used = classes.filter((pattern) => pattern.test(password)).length;
  const found = [...blocked, username.toLowerCase()].some((word) => lower.includes(word));
  if (password.length < MIN_LENGTH || used < 3 || found) throw problem('account.weak-password');
}
