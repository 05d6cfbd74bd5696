import { measureKindNames, type HelpPack } from '#domain';
import { useLocalText } from '../../../i18n/use-language.js';
import { useReference } from '../../store/index.js';

type PackMeasure = HelpPack['reference']['measures'][number];

/** Measures by their code, as they came with the village. */
export function useMeasures(): { find: (code: string) => PackMeasure | undefined; name: (code: string) => string; kind: (code: string) => string } {
  const local = useLocalText();
  const { measures } = useReference();
  const find = (code: string) => measures.find((measure) => measure.code === code);
  return {
    find, name: (code) => local(find(code)?.name) || code,
    kind: (code) => {
      const measure = find(code);
      return measure ? local(measureKindNames[measure.kind]) : '';
    },
  };
}
