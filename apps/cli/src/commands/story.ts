import { readFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError, type Command } from '../command.js';
import { Desks, isReady, runStory, StoryDeviation, type StoryReport, type StoryStep } from '../story/index.js';

function tellTo(out: NodeJS.WriteStream): (step: StoryStep) => void {
  let chapter = '';
  return (step) => {
    if (step.chapter !== chapter) out.write(`\n${step.chapter}\n`);
    ({ chapter } = step);
    out.write(`${String(step.n).padStart(3)}  ${[step.role, step.who].filter(Boolean).join(' ')}：${step.what}  ${step.ms} ms\n${step.detail === null ? '' : `       ${step.detail}\n`}`);
  };
}

/** Where an instance may answer: BANGFU_URL, else the port that `npm start` on this data folder listens on, else PORT. */
function addresses(): string[] {
  const given = process.env['BANGFU_URL'];
  if (given) {
    if (!URL.canParse(given)) throw new UsageError(`BANGFU_URL is not an address: ${given}`);
    return [new URL(given).origin];
  }
  const ports = new Set([launcherPort(), process.env['PORT'] || '3000'].filter((port) => port !== null));
  return [...ports].map((port) => `http://127.0.0.1:${port}`);
}

function launcherPort(): string | null {
  try {
    const file = path.join(process.env['DATA_DIR'] ?? '', '..', 'run', 'launcher.json');
    const { port } = JSON.parse(readFileSync(file, 'utf8')) as { port?: unknown };
    return Number.isInteger(port) ? String(port) : null;
  } catch {
    return null; // nothing was started here
  }
}

async function firstReady(urls: readonly string[]): Promise<string | null> {
  for (const url of urls) if (await isReady(url)) return url;
  return null;
}

export const storyCommands: Command[] = [
  {
    words: ['story'],
    options: { browser: { type: 'boolean' }, visible: { type: 'boolean' } },
    help: 'The main job from end to end, over HTTP as the demo users of each role, against a running trial (BANGFU_URL, or PORT on this machine); exit code 1 on any deviation. With --browser a visit without network, the decision and a question are done on the pages of the three desks in Chromium, pictures in artifacts/story; --visible shows the windows.',
    async run({ values }): Promise<StoryReport | undefined> {
      const urls = addresses();
      const url = await firstReady(urls);
      if (url === null) {
        process.stderr.write(`no Bangfu answers at ${urls.join(' or ')}: run npm start in another terminal, or set PORT or BANGFU_URL\n`);
        process.exitCode = 1;
        return undefined;
      }
      let desks: Desks | null = null;
      try {
        if (values['browser'] === true || values['visible'] === true) desks = await Desks.open(url, path.resolve('artifacts/story'), values['visible'] === true);
        return await runStory(url, values['json'] === true ? () => undefined : tellTo(process.stdout), desks);
      } catch (error) {
        if (!(error instanceof StoryDeviation)) throw error;
        process.exitCode = 1;
        process.stderr.write(`\nthe story deviates: ${error.message}\n`);
        if (error.answer) process.stderr.write(`${error.answer.request} answered ${error.answer.status}\n${error.answer.text.slice(0, 4_000)}\n`);
        return undefined;
      } finally {
        await desks?.close();
      }
    },
    print(report: StoryReport | undefined) {
      if (report) process.stdout.write(`\n${report.steps.length} 步全部如约完成，用时 ${(report.ms / 1_000).toFixed(1)} s  all ${report.steps.length} steps went as told\n`);
    },
  },
];
