import { Injectable } from '@nestjs/common';
import { JobHandler, type JobPayloads } from '#platform';
import { ImportRunner } from './import-runner.js';
import { UndoRunner } from './undo-runner.js';

/** Job entries of imports. */
@Injectable()
export class ImportJobs {
  constructor(
    private readonly runner: ImportRunner,
    private readonly undoing: UndoRunner,
  ) {}

  @JobHandler('import.parse')
  parse({ countyCode, batchId }: JobPayloads['import.parse']): Promise<void> {
    return this.runner.check({ countyCode, id: batchId });
  }

  @JobHandler('import.commit')
  commit({ countyCode, batchId }: JobPayloads['import.commit']): Promise<void> {
    return this.runner.commit({ countyCode, id: batchId });
  }

  @JobHandler('import.undo')
  undo({ countyCode, batchId }: JobPayloads['import.undo']): Promise<void> {
    return this.undoing.undo({ countyCode, id: batchId });
  }
}
