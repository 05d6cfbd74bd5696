import { useNavigate, useSearch } from '@tanstack/react-router';
import { Board } from './board.js';

/** The board of whoever raises and reviews. */
export function AuditFindingsPage() {
  const navigate = useNavigate();
  return <Board search={useSearch({ from: '/office/audit/findings' })} onSearch={(search) => void navigate({ to: '/audit/findings', search })} />;
}

/** The same findings for the office that answers. */
export function FindingsPage() {
  const navigate = useNavigate();
  return <Board search={useSearch({ from: '/office/findings' })} onSearch={(search) => void navigate({ to: '/findings', search })} />;
}
