import { writeFileSync } from 'node:fs';
import { filePage, HouseholdFile, VillageFile, type FileDocument } from '#care';
import { parseCaseId } from '#domain';
import { AccessLog, Db, systemActor } from '#platform';
import { textOption, UsageError, type Command, type Values } from '../command.js';
import { withApp } from '../context.js';

interface Written {
  readonly out: string;
  readonly title: string;
  readonly sections: number;
}

function write(values: Values, file: FileDocument): Written {
  const out = textOption(values, 'out');
  if (out === undefined) throw new UsageError('--out says where the page goes');
  writeFileSync(out, filePage(file), { mode: 0o600 });
  return { out, title: `${file.title} ${file.subject}`, sections: file.sections.length };
}

const print = ({ out, title, sections }: Written): void => void process.stdout.write(`${title}: ${sections} sections in ${out}\n`);

export const fileCommands: Command[] = [
  {
    words: ['file', 'household'],
    help: 'Print a household file (户情档案, masked) as an HTML page: bangfu file household <id> --out FILE. Recorded as a read.',
    options: { out: { type: 'string' } },
    args: ['id'],
    run({ values, args }) {
      const id = parseCaseId(args[0] ?? '');
      if (!id) throw new UsageError('the id of a household is <county>-<uuid>');
      return withApp((app) => app.get(Db).run({ actor: systemActor(id.countyCode) }, async () => {
        const file = await app.get(HouseholdFile).read(id);
        await app.get(AccessLog).event('READ', 'household.file', id.id, { route: 'bangfu file household' });
        return write(values, file);
      }));
    },
    print,
  },
  {
    words: ['file', 'village'],
    help: 'Print a village file (村情档案) as an HTML page: bangfu file village <code> --out FILE.',
    options: { out: { type: 'string' } },
    args: ['code'],
    run({ values, args }) {
      const code = args[0] ?? '';
      if (!/^[0-9]{12}$/.test(code)) throw new UsageError('the code of a village has twelve digits');
      return withApp((app) => app.get(Db).run({ actor: systemActor(code), readOnly: true }, async () => write(values, await app.get(VillageFile).read(code))));
    },
    print,
  },
];
