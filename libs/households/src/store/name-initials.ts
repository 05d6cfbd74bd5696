import { pinyin } from 'pinyin-pro';

/** Pinyin initials of a name, lower case, for search: 王小明 → wxm. Letters of other scripts that have no pinyin are left out. */
export function nameInitials(name: string): string {
  const syllables = pinyin(name.replace(/·/g, ''), { toneType: 'none', type: 'array', mode: 'surname', nonZh: 'consecutive' });
  return syllables.map((syllable) => (/^[a-zü]/i.test(syllable) ? syllable.charAt(0).toLowerCase().replace('ü', 'v') : '')).join('').slice(0, 40);
}
