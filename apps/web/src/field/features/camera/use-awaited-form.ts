import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useMe } from '../../store/index.js';

/** Address of the form whose camera is open, by person; ids only. It outlives a page that is thrown away by the phone. */
const keyOf = (userId: string): string => `bangfu.field.awaited.${userId}`;

function awaited(userId: string): string | null {
  try {
    return localStorage.getItem(keyOf(userId));
  } catch {
    return null;
  }
}

function keep(userId: string, href: string | null): void {
  try {
    if (href === null) localStorage.removeItem(keyOf(userId));
    else localStorage.setItem(keyOf(userId), href);
  } catch {
    // The draft is kept all the same; the start page offers it.
  }
}

/** Notes that a camera is open over this form, here and in its draft, and that it is closed again. */
export function useAwaitedForm(onAwaiting: (awaiting: boolean) => void): (awaiting: boolean) => void {
  const { userId } = useMe();
  const href = useRouterState({ select: ({ location }) => location.href });
  return (awaiting) => {
    onAwaiting(awaiting);
    keep(userId, awaiting ? href : null);
  };
}

/** Leads back into the form from which the phone threw the page away, once the person has unlocked it again. */
export function ReturnToForm() {
  const { userId } = useMe();
  const navigate = useNavigate();
  useEffect(() => {
    const href = awaited(userId);
    if (href === null) return;
    keep(userId, null);
    void navigate({ to: href, replace: true });
  }, [userId, navigate]);
  return null;
}
