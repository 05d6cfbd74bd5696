import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Goes to a path of the desk. A replaced one is not gone back to. */
export function useGo(): (to: string, options?: { search?: object; replace?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback((to, { search, replace } = {}) => void navigate({ to, search: search as never, replace }), [navigate]);
}
