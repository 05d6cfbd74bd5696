import { pinyin } from 'pinyin-pro';

/** Pinyin initials of a name in small letters, digits kept: 土默特左旗 → tmtzq. Computed when the tree is loaded. */
export function pinyinInitials(name: string): string {
  const parts = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' });
  return parts.join('').toLowerCase().replace(/[^a-z0-9]/g, '');
}
