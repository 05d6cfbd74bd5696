import type { Texts } from '../texts.js';
import type { zh } from '../zh/index.js';

export const shell: Texts<typeof zh.shell> = {
  menu: {
    label: 'Main menu',
    todo: 'My tasks',
    households: 'Households',
    cases: 'Exit and entry',
    notices: 'Public notices',
    areas: 'Villages and counties',
    imports: 'Import',
    reference: 'Parameters and rules',
    parameters: 'Parameters',
    rules: 'Rules',
  },
  skip: 'Skip to the content',
  grant: 'Working as',
  signOut: 'Sign out',
  searchHouseholds: 'Search households (press /)',
  clockMoved: 'Trial clock moved: the date of the system is {{date}} ({{days}} days {{direction}})',
  later: 'ahead',
  earlier: 'behind',
  noPermission: 'You may not open "{{page}}"',
  whoMay: 'Ask: {{roles}}',
  notFound: 'There is no such page',
  home: 'Go to the start page',
  crash: 'Something went wrong on this page; reload it to try again',
  crashId: 'Copy the error number',
  errorId: 'No. {{id}}',
  serverDown: 'The server does not answer. What you entered stays on this page; try again in a moment',
  unreadable: 'The answer of the server could not be read; please try again later',
};
