export const shell = {
  today: 'Today', households: 'Households', add: 'New', mine: 'Mine',
  bar: 'Main menu',
  waiting: '{{count}} to upload', allSent: 'All uploaded', sending: 'Uploading {{count}}',
  offline: 'Offline; records are kept on this phone ({{count}} to upload)', weak: 'Weak signal: photos wait, texts are sent',
  signIn: 'The sign-in has ended; records are kept on this phone', signInAction: 'Sign in to upload', update: 'This version is too old. Update, then upload; no record is lost', revoked: 'This phone was revoked and its village pack removed; ask the county administrator',
  clock: 'The clock of this phone is about {{minutes}} minutes off. Deadlines follow the server',
  newVersion: 'A new version is ready', newVersionWaits: 'A new version is ready; update once all records are uploaded', updateNow: 'Update',     username: 'User name', password: 'Password', signInTitle: 'Sign in online', signInButton: 'Sign in', otherPerson: 'This is the account of somebody else. Sign in as {{name}}', wrong: 'User name or password is wrong',
  lockedOut: 'Too many attempts; try again in {{minutes}} minutes', noGrant: 'This account has no grant for field work; ask the county administrator',
} as const;
