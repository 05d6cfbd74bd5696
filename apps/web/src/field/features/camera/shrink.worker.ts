import { shrink } from './shrink.js';

/** Keeps the work on pixels off the page; answers with the photo or with nothing. */
addEventListener('message', ({ data }: MessageEvent<{ id: number; file: Blob }>) => {
  const answer = (result: object) => (postMessage as (message: unknown) => void)({ id: data.id, ...result });
  shrink(data.file).then(answer, () => answer({ failed: true }));
});
