const RELOADED = 'bangfu.reloaded';
const MINUTE = 60_000;

/** A page that was open over an upgrade asks for files that are gone: load the new ones, once, and never in a circle. */
export function reloadAfterUpgrade(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
    if (Date.now() - last < MINUTE) return;
    event.preventDefault();
    sessionStorage.setItem(RELOADED, String(Date.now()));
    window.location.reload();
  });
}
