import { Navigate } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { UnlockPage } from '../features/unlock/unlock.page.js';
import { useLive } from '../store/live.js';
import type { UserRow } from '../store/registry.js';
import { session } from '../store/session.js';
import { listUsers } from '../store/users.js';

/** Shows what lies behind it once somebody has unlocked the phone; the address stays, so a link leads on after the PIN. */
export function Gate({ children }: { children: ReactNode }) {
  const opened = useLive(session);
  const [users, setUsers] = useState<readonly UserRow[]>();
  useEffect(() => {
    if (!opened) void listUsers().then((rows) => setUsers(rows.filter(({ ready }) => ready)));
  }, [opened]);
  if (opened) return children;
  if (!users) return null;
  return users.length === 0 ? <Navigate to={'/setup' as string} /> : <UnlockPage users={users} />;
}
