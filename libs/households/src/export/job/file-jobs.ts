import { Injectable } from '@nestjs/common';
import { currentContext, Db, JobHandler, systemActor, type JobPayloads } from '#platform';
import * as importSql from '../../import/batch/batch.queries.js';
import { ImportFiles } from '../../import/batch/import-files.js';
import * as sql from './export-job.queries.js';
import { ExportRunner } from './export-runner.js';

const DAY_MS = 86_400_000;
/** Days that the file of an import is kept after its end, and of one that nobody ended. */
const KEEP_DAYS = 7;
const GIVE_UP_DAYS = 30;

interface ExpiredRow {
  readonly county_code: string;
  readonly id: string;
  readonly stored_name: string;
}

/** Job entries of exports, and the nightly end of files whose time is over. */
@Injectable()
export class FileJobs {
  constructor(
    private readonly db: Db,
    private readonly runner: ExportRunner,
    private readonly files: ImportFiles,
  ) {}

  @JobHandler('export.run')
  export({ countyCode, exportId }: JobPayloads['export.run']): Promise<void> {
    return this.runner.run({ countyCode, id: exportId });
  }

  @JobHandler('files.expire')
  async expire(): Promise<void> {
    await this.db.run({ actor: systemActor('15') }, async () => {
      const now = currentContext().now.getTime();
      const imports = await this.db.query<ExpiredRow>(importSql.expiredFiles, [new Date(now - KEEP_DAYS * DAY_MS), new Date(now - GIVE_UP_DAYS * DAY_MS)]);
      const exports = await this.db.query<ExpiredRow>(sql.expiredExports, [new Date(now)]);
      for (const row of imports) await this.db.query(importSql.forgetFile, [row.county_code, row.id]);
      for (const row of exports) await this.db.query(sql.expireExport, [row.county_code, row.id]);
      this.db.afterCommit(async () => {
        for (const row of imports) await this.files.delete('imports', row.stored_name);
        for (const row of exports) await this.files.delete('exports', row.stored_name);
      });
    });
  }
}
