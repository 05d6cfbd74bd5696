import { Injectable } from '@nestjs/common';
import { formatCaseId } from '#domain';
import { AssignmentActionRequest, AssignmentFlow, AssignmentReader, onlyResult } from '#measures';
import { validated } from '#platform';
import { onlyKeys } from './correction-payload.js';
import type { Incoming, OperationHandler, Outcome } from './operation-handler.js';

/**
 * `assignment.deliver` {on, deliveredBy, evidence, note?}: the help that the entity planned has reached the household. `note` says how
 * much, and stands in the log. It only adds: the assignment is taken as it stands, and is refused if it is delivered already.
 */
@Injectable()
export class AssignmentDelivery implements OperationHandler {
  readonly kind = 'assignment.deliver';

  constructor(
    private readonly reader: AssignmentReader,
    private readonly flow: AssignmentFlow,
  ) {}

  async apply({ entity, payload }: Incoming): Promise<Outcome> {
    onlyKeys(payload, ['on', 'deliveredBy', 'evidence', 'note']);
    const { note, ...rest } = payload;
    const request = await validated(AssignmentActionRequest, { ...rest, action: 'deliver', reason: note });
    const { row } = await this.reader.one(entity);
    const { version } = onlyResult(await this.flow.move({ ...request, rows: [{ id: formatCaseId(entity.countyCode, entity.id), version: row.version }] }));
    return { version: version ?? row.version, householdId: row.household_id };
  }
}
