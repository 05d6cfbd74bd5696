import { Injectable } from '@nestjs/common';
import type { CaseId } from '#domain';
import { validated } from '#platform';
import { caseIdOf, payloadFault, type Incoming, type OperationHandler, type Outcome, type RefusedWork } from '#sync';
import { RefusedWorkKeeper } from '../refused/refused-work.keeper.js';
import { SampleTasks } from '../sample-tasks.service.js';
import { answerInput, SampleAttemptRequest, SampleCauseRequest, SpotCheckRequest } from '../tasks.dto.js';
import { VillageCheckRequest } from '../village-check.dto.js';

// No household in an outcome: what an operation leaves in the audit log follows the territory, and would say who was drawn.

/** `sample.attempt` {taskId, triedOn, reason, note?}: the body of `POST /sample-tasks/:id/attempts`; its id is the entity's. */
@Injectable()
export class SpotCheckAttempting implements OperationHandler {
  readonly kind = 'sample.attempt';

  constructor(
    private readonly tasks: SampleTasks,
    private readonly keeper: RefusedWorkKeeper,
  ) {}

  async apply(incoming: Incoming): Promise<Outcome> {
    const { task, content } = ofTask(incoming);
    const { id, triedOn, reason, note = null } = await validated(SampleAttemptRequest, content);
    await this.tasks.attempt(task, { id, triedOn, reason, note });
    return {};
  }

  refused(work: RefusedWork): Promise<void> {
    return this.keeper.keep(work);
  }
}

/** `sample.replace` {taskId}: `POST /sample-tasks/:id/replacement`. The id of the entity is the request's own: that of a task would name who was drawn. */
@Injectable()
export class SpotCheckReplacing implements OperationHandler {
  readonly kind = 'sample.replace';

  constructor(
    private readonly tasks: SampleTasks,
    private readonly keeper: RefusedWorkKeeper,
  ) {}

  async apply(incoming: Incoming): Promise<Outcome> {
    const { task, content } = ofTask(incoming);
    const [unknown] = Object.keys(content).filter((key) => key !== 'id');
    if (unknown !== undefined) throw payloadFault(unknown, 'whitelistValidation');
    await this.tasks.replace(task);
    return {};
  }

  refused(work: RefusedWork): Promise<void> {
    return this.keeper.keep(work);
  }
}

/** `sample.answer` {taskId, …}: the body of `POST /sample-tasks/:id/answers`, with `village` that of `…/village-answers`; its id is the entity's. */
@Injectable()
export class SpotCheckAnswering implements OperationHandler {
  readonly kind = 'sample.answer';

  constructor(
    private readonly tasks: SampleTasks,
    private readonly keeper: RefusedWorkKeeper,
  ) {}

  async apply(incoming: Incoming): Promise<Outcome> {
    const { task, content } = ofTask(incoming);
    const input = 'village' in content ? VillageCheckRequest.toInput(await validated(VillageCheckRequest, content)) : answerInput(await validated(SpotCheckRequest, content));
    const { answer } = await this.tasks.answer(task, input);
    return { version: answer.version };
  }

  refused(work: RefusedWork): Promise<void> {
    return this.keeper.keep(work);
  }
}

/** `sample.cause` {field, cause, note?}: why a field of the answer that is the entity differs. */
@Injectable()
export class SpotCheckExplaining implements OperationHandler {
  readonly kind = 'sample.cause';

  constructor(
    private readonly tasks: SampleTasks,
    private readonly keeper: RefusedWorkKeeper,
  ) {}

  async apply({ entity, payload }: Incoming): Promise<Outcome> {
    const { field, cause, note = null } = await validated(SampleCauseRequest, payload);
    await this.tasks.cause(entity, { field, cause, note });
    return {};
  }

  refused(work: RefusedWork): Promise<void> {
    return this.keeper.keep(work);
  }
}

export const spotCheckHandlers = [SpotCheckAttempting, SpotCheckReplacing, SpotCheckAnswering, SpotCheckExplaining];

/** The task that the payload names, and the rest with the id of the entity. @throws `validation` when the two lie in different counties */
function ofTask({ entity, payload }: Incoming): { task: CaseId; content: Record<string, unknown> } {
  const task = caseIdOf(payload, 'taskId');
  if (task.countyCode !== entity.countyCode) throw payloadFault('taskId', 'county');
  const { taskId: _, ...content } = payload;
  return { task, content: { ...content, id: entity.id } };
}
