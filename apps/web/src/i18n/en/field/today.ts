import type { Texts } from '../../texts.js';
import type { today as zhToday } from '../../zh/field/today.js';

export const today: Texts<typeof zhToday> = {
  title: 'Today',
  filters: 'What to show',
  show: { all: 'All', returned: 'Sent back', due: 'Due', risk: 'Risk' },
  nothing: 'Nothing has to be done today',
  longAgo: 'On the way (longest not visited first)',
  noVillage: 'No village on this phone yet',
  toVillages: 'Download the village',
  messages: 'Messages, {{count}} waiting',
  longAgoNear: 'On the way (nearest first)',
  order: 'Order', byDistance: 'By distance', nearFirst: 'Nearest first',
  visitOf: 'Log visit: {{name}}',
};
