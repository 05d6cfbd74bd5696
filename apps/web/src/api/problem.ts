/** A refusal of the server (application/problem+json), or a failure on the way to it. */
export class ApiProblem extends Error {
  readonly code: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly title: { readonly zh: string; readonly en: string };
  readonly detail: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;

  constructor(parts: Pick<ApiProblem, 'code' | 'status' | 'title'> & Partial<Pick<ApiProblem, 'detail' | 'params' | 'requestId'>>) {
    super(parts.code);
    this.name = 'ApiProblem';
    this.code = parts.code;
    this.status = parts.status;
    this.title = parts.title;
    this.detail = parts.detail ?? null;
    this.params = parts.params ?? {};
    this.requestId = parts.requestId ?? null;
  }
}

interface ProblemBody {
  code?: unknown;
  title?: unknown;
  titleEn?: unknown;
  detail?: unknown;
  params?: unknown;
  requestId?: unknown;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads what a failed answer says; an answer that is none of ours becomes `unreadable`. */
export function readProblem(status: number, body: unknown): ApiProblem {
  const found: ProblemBody = isRecord(body) ? body : {};
  const code = text(found.code) ?? 'unreadable';
  const zh = text(found.title) ?? '';
  return new ApiProblem({
    code, status, title: { zh, en: text(found.titleEn) ?? zh }, detail: text(found.detail),
    params: isRecord(found.params) ? found.params : {}, requestId: text(found.requestId),
  });
}

/** No answer at all: network, proxy, server restarting. */
export function unreachable(): ApiProblem {
  return new ApiProblem({ code: 'unreachable', status: 0, title: { zh: '', en: '' } });
}

/** Faults of single fields, as the validation of the server lists them. */
export function fieldFaults(problem: ApiProblem): { field: string; faults: string[] }[] {
  const fields = problem.params['fields'];
  if (!Array.isArray(fields)) return [];
  return fields.filter(isRecord).map((entry) => ({
    field: String(text(entry['field']) ?? ''),
    faults: Array.isArray(entry['faults']) ? entry['faults'].map((fault) => (typeof fault === 'string' ? fault : JSON.stringify(fault))) : [],
  }));
}
