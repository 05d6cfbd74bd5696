import { Injectable } from '@nestjs/common';
import { taskActions, visitLimits, type TaskAction } from '#domain';
import { ClueRequest, ClueService, TaskAssignRequest, TaskService } from '#teams';
import { validated } from '#platform';
import { onlyKeys, textOf } from './correction-payload.js';
import { payloadFault, type Incoming, type OperationHandler, type Outcome } from './operation-handler.js';

/** `clue.record` {…}: the body of `POST /clues` without its id and time, which are the operation's. */
@Injectable()
export class ClueRecording implements OperationHandler {
  readonly kind = 'clue.record';

  constructor(private readonly clues: ClueService) {}

  async apply({ operation, entity, payload }: Incoming): Promise<Outcome> {
    const request = await validated(ClueRequest, { ...payload, id: entity.id, occurredAt: operation.occurredAt, deviceId: operation.deviceId });
    const input = ClueRequest.input(request);
    await this.clues.record(input);
    return input.householdId ? { householdId: input.householdId.id } : {};
  }
}

/** `clue.append` {note}: what is seen anew about a clue that is still open. */
@Injectable()
export class ClueAppending implements OperationHandler {
  readonly kind = 'clue.append';

  constructor(private readonly clues: ClueService) {}

  async apply({ entity, payload }: Incoming): Promise<Outcome> {
    onlyKeys(payload, ['note']);
    const note = textOf(payload, 'note', visitLimits.notes)?.trim();
    if (!note) throw payloadFault('note', 'required');
    const { version, householdId } = await this.clues.append(entity, note);
    return { version, ...(householdId ? { householdId } : {}) };
  }
}

/** `task.act` {action, note?, ownerId?, ownerName?, dueOn?}: one step of the task that is the entity. */
@Injectable()
export class TaskActing implements OperationHandler {
  readonly kind = 'task.act';

  constructor(private readonly tasks: TaskService) {}

  async apply({ operation, entity, payload }: Incoming): Promise<Outcome> {
    const { action, ...rest } = payload;
    if (!isTaskAction(action)) throw payloadFault('action', 'isIn');
    const step = await validated(TaskAssignRequest, { ...rest, eventId: operation.opId });
    const { version } = await this.tasks.act(entity, { ...step, action, occurredAt: operation.occurredAt });
    return { version };
  }
}

function isTaskAction(value: unknown): value is TaskAction {
  return typeof value === 'string' && (taskActions as readonly string[]).includes(value);
}
