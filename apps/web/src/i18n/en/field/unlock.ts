export const unlock = {
  who: 'Who are you?', pinOf: '{{name}}, enter the PIN of 6 digits', entered: '{{count}} digits entered', erase: 'Delete a digit',
  wrong: 'Wrong PIN; {{left}} more tries', wait: 'Too many wrong tries; wait {{seconds}} seconds', dropped: '10 wrong tries: the village pack was removed, unsent records are kept. Sign in online and set a new PIN',
  onlineFirst: 'More than {{days}} days without signing in online; sign in first', forgot: 'Forgot PIN', signIn: 'Sign in online', addUser: 'Add a person', opening: 'Opening…',   forgotTitle: 'Set a new PIN?', forgotBody: 'After signing in online you set a new PIN and the village pack is downloaded again. Unsent records are sealed and upload by themselves, none is lost; drafts that were not saved are lost.', forgotConfirm: 'Sign in',
} as const;
