import type { components } from '../../api/generated/schema.js';
import { isWriting, type ExportJob } from '../exports/exports.api.js';
import { isWorking, type ImportBatch } from '../imports/imports.api.js';

type Schemas = components['schemas'];
export type CheckRun = Schemas['CheckRunResponse'];
export type Comparison = Schemas['ComparisonResponse'];
export type Recalculation = Schemas['RunResponse'];

/** One job of whatever kind, in the one shape of the task centre. */
export type Task = {
  readonly key: string;
  /** When it was asked for. */
  readonly at: string;
  readonly by: string | null;
  readonly mine: boolean;
  readonly running: boolean;
  /** 0 to 100; null when it is over or not known. */
  readonly progress: number | null;
  readonly cancellable: boolean;
} & (
  | { readonly kind: 'export'; readonly of: ExportJob }
  | { readonly kind: 'import'; readonly of: ImportBatch }
  | { readonly kind: 'check'; readonly of: CheckRun }
  | { readonly kind: 'comparison'; readonly of: Comparison }
  | { readonly kind: 'recalculation'; readonly of: Recalculation }
);

export function exportTask(of: ExportJob): Task {
  const running = isWriting(of);
  return { key: `export ${of.id}`, kind: 'export', of, at: of.createdAt, by: of.by, mine: of.mine, running, progress: running ? of.progress : null, cancellable: of.mine && (running || of.state === 'waiting') };
}

export function importTask(of: ImportBatch, name: string): Task {
  const running = isWorking(of);
  return { key: `import ${of.id}`, kind: 'import', of, at: of.createdAt, by: of.by, mine: of.by === name, running, progress: running ? of.progress : null, cancellable: running && of.state !== 'undoing' };
}

export function checkRunTask(of: CheckRun, name: string): Task {
  const running = of.state === 'queued' || of.state === 'running';
  return { key: `check ${of.id}`, kind: 'check', of, at: of.createdAt, by: of.by, mine: of.by === name, running, progress: running ? of.progress : null, cancellable: running && !of.cancelRequested };
}

export function comparisonTask(of: Comparison, name: string): Task {
  const running = of.state === 'uploaded' || of.state === 'matching';
  return { key: `comparison ${of.id}`, kind: 'comparison', of, at: of.createdAt, by: of.createdBy, mine: of.createdBy === name, running, progress: running ? of.progress : null, cancellable: running };
}

/** Recalculations are told of when they are over; nobody in particular asks for them. */
export function recalculationTask(of: Recalculation): Task {
  return { key: `recalculation ${of.id}`, kind: 'recalculation', of, at: of.startedAt, by: null, mine: false, running: false, progress: null, cancellable: false };
}
