// Lints a folder laid out like the repository (with its own copy of eslint.config.mjs); writes {file: [rule, …]}.
import path from 'node:path';
import { ESLint } from 'eslint';

const [base] = process.argv.slice(2);
const found = {};
for (const result of await new ESLint({ cwd: base }).lintFiles(['libs/**/*.ts'])) {
  found[path.relative(base, result.filePath)] = result.messages.map((message) => message.ruleId ?? message.message);
}
process.stdout.write(JSON.stringify(found));
