import { Injectable } from '@nestjs/common';
import { codeRange } from '#domain';
import { currentContext, Db } from '#platform';
import type { ShownAnswer, ShownTask } from '../sample-tasks.service.js';
import * as sql from '../task.queries.js';

export interface SpotCheck {
  readonly task: ShownTask;
  readonly attempts: readonly sql.AttemptRow[];
  /** What I answered, once the server has it. */
  readonly shown: ShownAnswer | null;
}

/** The spot checks of one inspector as a phone carries them: where to go, and nothing on record before the answers are in. */
@Injectable()
export class SpotCheckReader {
  constructor(private readonly db: Db) {}

  /** Mine, from their opening to the end of the sample, in the order of its list. */
  async mine(): Promise<SpotCheck[]> {
    const { actor } = currentContext();
    if (actor.scope === null) return [];
    const { from, to } = codeRange(actor.scope);
    const tasks = await this.db.query<ShownTask>(sql.mySpotChecks, [actor.userId, from, to]);
    if (tasks.length === 0) return [];
    const keys = [tasks.map((task) => task.county_code), tasks.map((task) => task.id)];
    const attempts = await this.db.query<sql.AttemptRow & { task_id: string }>(sql.attemptsOfTasks, keys);
    const answers = await this.db.query<sql.AnswerRow>(sql.newestAnswersOfTasks, keys);
    const causes = await this.db.query<sql.CauseRow>(sql.causesOfAnswersByCounty, [answers.map((answer) => answer.county_code), answers.map(({ id }) => id)]);
    return tasks.map((task) => {
      const answer = answers.find((row) => row.task_id === task.id);
      return {
        task, attempts: attempts.filter((row) => row.task_id === task.id),
        shown: answer ? { answer, causes: causes.filter((row) => row.answer_id === answer.id) } : null,
      };
    });
  }
}
