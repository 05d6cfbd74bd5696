import { Db, systemActor } from '#platform';
import { numberOption, type Command } from '../command.js';
import { withApp } from '../context.js';

export const clockCommands: Command[] = [
  {
    words: ['clock', 'forward'],
    help: 'Trial and test only: move the clock forward by --days. Production refuses.',
    options: { days: { type: 'string' } },
    run: ({ values }) =>
      withApp((app) =>
        app.get(Db).run({ actor: systemActor('15') }, () => app.get(Db).one<{ now: Date }>("select app.move_clock(make_interval(days => $1)) as now", [numberOption(values, 'days', 1)])),
      ),
  },
];
