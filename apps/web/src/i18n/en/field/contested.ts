import type { Texts } from '../../texts.js';
import type { contested as zhContested } from '../../zh/field/contested.js';

export const contested: Texts<typeof zhContested> = {
  title: '{{name}}: choose what to keep',
  intro: 'Two people changed these apart from each other. The record keeps what the server had until somebody chooses',
  none: 'Nothing to choose',
  yours: 'What you entered',
  of: 'What {{name}} entered',
  sentAt: 'uploaded {{time}}',
  server: 'On the server',
  serverNote: 'recorded by somebody else before {{time}}',
  before: 'Before: {{value}}',
  chooseFirst: 'Choose one first',
  keep: 'Keep the chosen value',
  saved: 'Kept: {{value}}',
  signIn: 'Sign in again above, then tap "Keep the chosen value". Your choice is kept on this phone',
  offline: 'A choice takes effect online. Yours is kept on this phone; tap "Keep the chosen value" again when online',
};
