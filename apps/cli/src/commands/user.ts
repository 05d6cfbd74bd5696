import { isRole, roleTable } from '#domain';
import { textOption, UsageError, type Command } from '../command.js';
import { withApp } from '../context.js';
import { demoAccounts } from '../seed/demo-accounts.js';

export const userCommands: Command[] = [
  {
    words: ['user', 'create'],
    help: 'Create a user with one grant; the password is read from BANGFU_PASSWORD so that it stays out of the shell history.',
    options: { username: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' }, division: { type: 'string' } },
    async run({ values }) {
      const [username, displayName, role, divisionCode] = ['username', 'name', 'role', 'division'].map((name) => textOption(values, name));
      const password = process.env['BANGFU_PASSWORD'];
      if (!username || !displayName || !role || !isRole(role) || !divisionCode || !password) {
        throw new UsageError('user create needs --username --name --role --division and BANGFU_PASSWORD');
      }
      const [{ AccountsService }, { Db, systemActor }] = await Promise.all([import('#accounts'), import('#platform')]);
      return withApp((app) =>
        app.get(Db).run({ actor: systemActor('15') }, async () => {
          const accounts = app.get(AccountsService);
          const user = await accounts.create({ username, displayName, password });
          await accounts.grant({ userId: user.id, role, divisionCode });
          return { id: user.id, username };
        }),
      );
    },
  },
  {
    words: ['user', 'demo'],
    help: 'The demo accounts of the trial, one per role.',
    async run() {
      return process.env['BANGFU_MODE'] === 'trial'
        ? demoAccounts.filter((account) => account.shown).map(({ shown: _, ...account }) => ({ ...account, roleLabel: `${account.role} ${roleTable[account.role].zh}` }))
        : [];
    },
  },
];
