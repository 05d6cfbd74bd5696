import { shrink, type Shrunk } from './shrink.js';

type Answer = { readonly id: number } & (Shrunk | { readonly failed: true });

let worker: Worker | null = null;
let next = 0;

function start(): Worker | null {
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return null;
  worker ??= new Worker(new URL('./shrink.worker.ts', import.meta.url), { type: 'module' });
  return worker;
}

function inWorker(found: Worker, file: Blob): Promise<Shrunk> {
  const id = next++;
  return new Promise((resolve, reject) => {
    const end = () => {
      found.removeEventListener('message', hear);
      found.removeEventListener('error', fail);
    };
    const hear = ({ data }: MessageEvent<Answer>) => {
      if (data.id !== id) return;
      end();
      if ('failed' in data) reject(new Error('no picture'));
      else resolve(data);
    };
    const fail = () => {
      end();
      worker = null;
      reject(new Error('no worker'));
    };
    found.addEventListener('message', hear);
    found.addEventListener('error', fail);
    found.postMessage({ id, file });
  });
}

/** Shrinks a photo beside the page; on the page where the engine cannot do it elsewhere. */
export async function shrinkPhoto(file: Blob): Promise<Shrunk> {
  const found = start();
  if (!found) return shrink(file);
  return inWorker(found, file).catch(() => shrink(file));
}
