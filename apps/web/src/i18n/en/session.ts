import type { Texts } from '../texts.js';
import type { zh } from '../zh/index.js';

export const session: Texts<typeof zh.session> = {
  title: 'Sign in',
  username: 'User name',
  password: 'Password',
  submit: 'Sign in',
  usernameRequired: 'Enter the user name',
  passwordRequired: 'Enter the password',
  wrong: 'User name or password is wrong; check them and try again. Five failures lock the name for 15 minutes',
  locked: 'Too many failures: this name is locked. Try again in {{minutes}} minutes, or ask the system administrator for a new password',
  noGrant: 'The account has no active grant; ask the security administrator',
  offline: 'The server does not answer; check the network and try again',
  expiredTitle: 'The session has ended; please sign in again',
  expiredHint: 'What you have entered on this page is still there',
  notice: 'This system holds personal data. It is for authorised staff only, and every look and change is recorded',
};
