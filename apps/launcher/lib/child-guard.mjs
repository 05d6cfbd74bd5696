// Loaded into the API and the worker by the launcher: when the launcher disappears, even by kill -9, they stop as on SIGTERM.
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 15_000).unref();
});
