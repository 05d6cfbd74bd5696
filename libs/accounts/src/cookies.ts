import type { Env } from '#platform';

/** `__Host-` binds the cookie to this host and to TLS; the trial on plain http cannot use it. */
export function cookieName(env: Env): string {
  return env.mode === 'production' ? '__Host-sid' : 'sid';
}

/** Set-Cookie value; an empty token deletes the cookie. */
export function sessionCookie(env: Env, token: string): string {
  const secure = env.mode === 'production' ? '; Secure' : '';
  const age = token === '' ? '; Max-Age=0' : '';
  return `${cookieName(env)}=${token}; Path=/; HttpOnly; SameSite=Strict${secure}${age}`;
}

/** Value of the session cookie in a Cookie header, or null. */
export function readSessionCookie(env: Env, header: string | string[] | undefined): string | null {
  const text = Array.isArray(header) ? header.join('; ') : (header ?? '');
  const prefix = `${cookieName(env)}=`;
  const found = text.split(';').map((part) => part.trim()).find((part) => part.startsWith(prefix));
  const token = found?.slice(prefix.length);
  return token && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null;
}
