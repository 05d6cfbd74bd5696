// Loaded into the API and the worker by the launcher: when the launcher disappears, even by kill -9, they stop as on SIGTERM.
function launcherIsGone() {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 15_000).unref();
}

if (process.connected) process.once('disconnect', launcherIsGone);
else launcherIsGone();
