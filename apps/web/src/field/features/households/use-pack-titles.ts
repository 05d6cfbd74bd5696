import type { LocalText } from '#domain';
import { useLocalText } from '../../../i18n/use-language.js';
import { useReference } from '../../store/index.js';

interface Named {
  readonly code: string;
  readonly name: LocalText;
}

/** Names of procedures and their steps as they came with the village; codes where they did not. */
export function usePackTitles(): { pack: (code: string) => string; step: (pack: string, code: string) => string } {
  const local = useLocalText();
  const reference = useReference() as { readonly packs?: readonly { readonly pack: Named & { readonly steps: readonly Named[] } }[] };
  const found = (code: string) => reference.packs?.find(({ pack }) => pack.code === code)?.pack;
  return {
    pack: (code) => local(found(code)?.name) || code,
    step: (pack, code) => local(found(pack)?.steps.find((step) => step.code === code)?.name) || code,
  };
}
