import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Class names with API properties below a folder, with the file of each. */
function dtoClasses(folder: string): { name: string; file: string }[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  return files.flatMap((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    return text.includes('@ApiProperty') ? [...text.matchAll(/export class (\w+)/g)].map((match) => ({ name: match[1] ?? '', file })) : [];
  });
}

describe('the API document', () => {
  it('has one class per name: two of the same name would overwrite each other without a word', () => {
    const classes = dtoClasses('libs');
    expect(classes.length).toBeGreaterThan(50);
    const repeated = classes.filter(({ name }, i) => classes.findIndex((other) => other.name === name) !== i);
    expect(repeated).toEqual([]);
  });
});
