import type pg from 'pg';
import { QuestionService } from '#inspection';
import { Db, systemActor } from '#platform';
import { BenchWorld } from './bench-world.js';
import { percentile, round, timed, type BenchResult } from './result.js';
import { typicalQuestions, type TypicalQuestion } from './typical-questions.js';

const GOAL_MS = 1_000;
const TIMEOUT_MS = 60_000;

export interface QuestionTimes {
  readonly name: string;
  readonly ms: number;
  readonly floorMs: number;
  readonly number: number | null;
}

/** Thirty typical questions over the whole region, with number, groups and first rows, against one parallel scan of the tables that each reads. */
export function benchQuestions({ households, quick, keep }: { households: number; quick: boolean; keep: boolean }): Promise<BenchResult[]> {
  return BenchWorld.region({ households, keep }, (world) => world.app(async (app) => {
    const times = await world.admin((client) => measureQuestions({ db: app.get(Db), questions: app.get(QuestionService, { strict: false }) }, client, quick ? 1 : 5), '-c jit=off');
    return resultsOf(times, households);
  }));
}

/** Times each question and its floor in whatever region there is. */
export async function measureQuestions({ db, questions }: { db: Db; questions: QuestionService }, admin: pg.Client, rounds: number): Promise<QuestionTimes[]> {
  const found: QuestionTimes[] = [];
  const ask = (question: TypicalQuestion) => db.run({ actor: systemActor('15'), readOnly: true, steady: true, timeoutMs: TIMEOUT_MS }, () => questions.answer(question.definition));
  const scan = async (tables: readonly string[]): Promise<void> => {
    for (const table of tables) await admin.query(`select count(*), sum(length(t.village_code)) from ${table} t`);
  };
  for (const question of typicalQuestions) {
    const times: number[] = [];
    const floors: number[] = [];
    const { number } = await ask(question);
    for (let round = 0; round < rounds; round++) {
      times.push(await timed(() => ask(question)));
      floors.push(await timed(() => scan(question.tables)));
    }
    found.push({ name: question.name, ms: percentile(times, 0.5), floorMs: Math.min(...floors), number });
  }
  return found;
}

function resultsOf(times: readonly QuestionTimes[], households: number): BenchResult[] {
  const all = times.map(({ ms }) => ms);
  const floors = times.map(({ floorMs }) => floorMs);
  const p95 = round(percentile(all, 0.95));
  const [slowest] = [...times].sort((a, b) => b.ms - a.ms);
  return [{
    name: 'questions', size: { households, questions: times.length, slowest: slowest?.name ?? '' },
    figures: { p50: round(percentile(all, 0.5)), p95, slowest: round(slowest?.ms ?? 0) }, floor: { p50: round(percentile(floors, 0.5)), p95: round(percentile(floors, 0.95)) },
    ratio: round(percentile(all, 0.5) / percentile(floors, 0.5)), goal: `95 of 100 in at most ${GOAL_MS} ms; beside it one parallel scan of the tables read`, met: p95 <= GOAL_MS,
  }];
}
