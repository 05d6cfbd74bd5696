import { ProblemAlert } from '../../ui/problem-alert.js';

/** What a page shows when it cannot be shown. */
export function CrashPage({ error, reset }: { error: unknown; reset: () => void }) {
  return <ProblemAlert error={error} onRetry={reset} />;
}
