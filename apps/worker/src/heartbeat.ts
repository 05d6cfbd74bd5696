import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Loaded beside the worker in production: a file whose age tells the container's health check whether the process still moves. */
const file = path.join(tmpdir(), 'bangfu-worker-alive');
const beat = (): void => writeFileSync(file, '');

beat();
setInterval(beat, 5_000).unref();
