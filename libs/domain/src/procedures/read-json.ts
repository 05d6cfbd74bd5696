/** A fault in a pack: where and what, in words for the person who edits it. */
export interface PackFault {
  readonly path: string;
  readonly message: { readonly zh: string; readonly en: string };
}

export function packFault(path: string, zh: string, en: string): PackFault {
  return { path, message: { zh, en } };
}

/**
 * Reads unknown JSON with a default for everything, collecting faults instead of throwing, so that an editor sees all of
 * them at once.
 */
export class JsonReader {
  readonly faults: PackFault[] = [];

  object(value: unknown, path: string, keys: readonly string[]): Record<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.miss(path, '此处应为对象', 'an object is expected', {});
    const unknown = Object.keys(value).filter((key) => !keys.includes(key));
    for (const key of unknown) this.faults.push(packFault(`${path}.${key}`, '不认识的属性', 'unknown property'));
    return value as Record<string, unknown>;
  }

  list<T>(value: unknown, path: string, read: (item: unknown, path: string) => T): T[] {
    if (!Array.isArray(value)) return this.miss(path, '此处应为列表', 'a list is expected', []);
    return value.map((item: unknown, index) => read(item, `${path}[${index}]`));
  }

  text(value: unknown, path: string, shape = /\S/): string {
    return typeof value === 'string' && shape.test(value) ? value : this.miss(path, '文字缺失或格式有误', 'the text is missing or malformed', '');
  }

  word<T extends string>(value: unknown, path: string, words: readonly T[]): T {
    const found = words.find((word) => word === value);
    return found ?? this.miss(path, `应为：${words.join('、')}`, `one of: ${words.join(', ')}`, words[0] as T);
  }

  boolean(value: unknown, path: string): boolean {
    return typeof value === 'boolean' ? value : this.miss(path, '应为 true 或 false', 'true or false is expected', false);
  }

  positive(value: unknown, path: string): number {
    return Number.isSafeInteger(value) && Number(value) >= 1 ? Number(value) : this.miss(path, '应为正整数', 'a positive whole number is expected', 1);
  }

  /** Null stays null; anything else is read. */
  optional<T>(value: unknown, read: (value: unknown) => T): T | null {
    return value === null || value === undefined ? null : read(value);
  }

  localText(value: unknown, path: string): { zh: string; en: string } {
    const object = this.object(value, path, ['zh', 'en']);
    return { zh: this.text(object['zh'], `${path}.zh`), en: this.text(object['en'], `${path}.en`) };
  }

  private miss<T>(path: string, zh: string, en: string, fallback: T): T {
    this.faults.push(packFault(path, zh, en));
    return fallback;
  }
}
