import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { CommandFault, UsageError, type Command } from './command.js';
import { commandsOf } from './commands/index.js';

async function usage(): Promise<string> {
  const lines = (await commandsOf()).map((command) => {
    const options = Object.keys(command.options ?? {}).map((name) => `[--${name}]`);
    return `  bangfu ${[...command.words, ...(command.args ?? []).map((arg) => arg.toUpperCase()), ...options].join(' ')}\n      ${command.help}`;
  });
  return `Usage:\n${lines.join('\n')}\n\nEvery command takes --json. Exit code 1: it failed; 2: wrong usage.\n`;
}

async function find(argv: string[]): Promise<Command | undefined> {
  return [...(await commandsOf(argv[0]))].sort((a, b) => b.words.length - a.words.length).find((command) => command.words.every((word, i) => argv[i] === word));
}

async function run(argv: string[]): Promise<void> {
  if (argv.length === 0 || argv[0] === 'help' || argv[0] === '--help') {
    process.stdout.write(await usage());
    return;
  }
  const command = await find(argv);
  if (!command) throw new UsageError(`unknown command: ${argv.filter((word) => !word.startsWith('-')).slice(0, 2).join(' ')}`);
  const rest = argv.slice(command.words.length);
  const { values, positionals } = parse(command, rest);
  const { args: wanted = [] } = command;
  const needed = wanted.filter((name) => !name.startsWith('[')).length;
  if (positionals.length < needed || positionals.length > wanted.length) throw new UsageError(`bangfu ${command.words.join(' ')} takes: ${wanted.join(' ') || 'no arguments'}`);
  const result = await command.run({ values, args: positionals });
  if (values['json'] === true || !command.print) process.stdout.write(result === undefined ? '' : `${JSON.stringify(result, null, values['json'] ? 0 : 2)}\n`);
  else command.print(result as never);
}

function parse(command: Command, args: string[]) {
  try {
    return parseArgs({ args, options: { ...command.options, json: { type: 'boolean' } }, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

try {
  await run(process.argv.slice(2));
  process.exit(process.exitCode ?? 0);
} catch (error) {
  const wrongUsage = error instanceof UsageError || (error as Error).name === 'EnvError';
  process.stderr.write(`${wrongUsage || error instanceof CommandFault ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(wrongUsage ? 2 : 1);
}
