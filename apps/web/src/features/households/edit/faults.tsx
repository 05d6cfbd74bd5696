import { ApiProblem } from '../../../api/problem.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';

interface Fault {
  readonly zh?: unknown;
  readonly en?: unknown;
}

/** A refusal with the fields that it names. */
export function Faults({ error }: { error: unknown }) {
  const language = useLanguage();
  const fields = error instanceof ApiProblem && Array.isArray(error.params['fields']) ? (error.params['fields'] as Fault[]) : [];
  const texts = fields.flatMap((fault) => { const text = fault[language] ?? fault.zh; return typeof text === 'string' ? [text] : []; });
  return <ProblemAlert error={error}>{texts.length > 0 && <ul>{texts.map((text) => <li key={text}>{text}</li>)}</ul>}</ProblemAlert>;
}
