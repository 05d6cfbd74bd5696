export const setup = {
  title: 'Getting ready', step: 'Step {{step}} of {{all}}', next: 'Next',   checkTitle: 'What this phone can do', checkIntro: 'Whether this phone can work offline', good: 'Ready to use', bad: 'It cannot work offline here; open it in Chrome or the browser of the phone', optional: 'Optional; something will be missing without it',
  check: { serviceWorker: 'Opens offline (Service Worker)', indexedDb: 'Keeps records (IndexedDB)', persisted: 'Lasting storage', camera: 'Camera', position: 'Position', space: 'Free space', engine: 'Browser version', crypto: 'Encryption' },
  free: '{{size}} free', ok: 'available', missing: 'not available', willAsk: 'asked when used',
  signInTitle: 'Sign in online', signInIntro: 'Sign in online once; then it works offline for 14 days',
  pinTitle: 'Set a PIN of 6 digits', pinIntro: 'Asked at every opening. No birthday, no row of digits', pinAgain: 'Once more', pinDiffers: 'The two differ; set it again', pinWeak: 'Too simple; choose another one',
  villagesTitle: 'Choose villages', villagesIntro: 'Only the villages that you work in', chosen: '{{count}} chosen', download: 'Download',
  downloadTitle: 'Village pack', downloading: 'Downloading {{village}} {{done}}/{{all}} households', fetching: 'Downloading {{village}}…', fetchingTasks: 'Fetching your spot checks…', storing: 'Please keep this page open',
  doneTitle: 'Ready', doneTasks: '{{tasks}} households to check are on this phone; the form works offline', doneBody: '{{households}} households are on this phone. Try it on the practice household first; practice records are never uploaded', practise: 'Try on the practice household', begin: 'Begin',
  practiceHead: 'Practice household', practiceMember: 'Practice relative', practiceCode: 'Practice', noVillages: 'There is no village in your grant',
} as const;
