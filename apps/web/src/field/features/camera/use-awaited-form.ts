import { useRouterState } from '@tanstack/react-router';

const KEY = 'bangfu.field.awaited';

/** Address of the form whose camera is open; ids only. It outlives a page that is thrown away by the phone. */
export function awaitedForm(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function forgetAwaitedForm(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Without storage there is nothing to forget.
  }
}

/** Notes that a camera is open over this form, here and in its draft, and that it is closed again. */
export function useAwaitedForm(onAwaiting: (awaiting: boolean) => void): (awaiting: boolean) => void {
  const href = useRouterState({ select: ({ location }) => location.href });
  return (awaiting) => {
    onAwaiting(awaiting);
    if (!awaiting) return forgetAwaitedForm();
    try {
      localStorage.setItem(KEY, href);
    } catch {
      // The draft is kept all the same; the start page offers it.
    }
  };
}
