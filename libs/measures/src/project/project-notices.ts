import { Injectable } from '@nestjs/common';
import { HolidayReader, ParameterReader } from '#divisions';
import { noHolidays, noticeClock, problem, uuidV7, type CaseId } from '#domain';
import { currentContext, Db } from '#platform';
import { HelpRows } from '../shared/help-rows.js';
import * as sql from './project.queries.js';
import type { ProjectNoticeRow, ProjectRow } from './project.queries.js';

const SUBJECT = 'project';

export interface NoticeState extends ProjectNoticeRow {
  readonly days_elapsed: number;
  readonly next_step_from: string | null;
  readonly complete: boolean;
}

/**
 * Public notices of projects. The least number of days is the parameter `notice_days` of the subject "project"; without a value
 * nothing can be posted. A notice keeps the days that were set when it was posted.
 */
@Injectable()
export class ProjectNotices {
  constructor(
    private readonly db: Db,
    private readonly rows: HelpRows,
    private readonly parameters: ParameterReader,
    private readonly holidays: HolidayReader,
  ) {}

  /** Posts a notice today. @throws `project.notice-days-not-set` */
  async open(project: ProjectRow, phase: 'ENTRY' | 'COMPLETION', { place, content }: { place: string; content: string }): Promise<void> {
    const { today } = currentContext();
    const set = await this.parameters.effectiveMany(['notice_days', 'notice_day_unit', 'notice_start_day_counts'], { division: project.division_code, subject: SUBJECT, year: Number(today.slice(0, 4)) });
    const minDays = set.get('notice_days')?.value;
    if (minDays == null) throw problem('project.notice-days-not-set');
    await this.rows.insert('project_notice', [{
      county_code: project.county_code, village_code: project.village_code, id: uuidV7(), project_id: project.id, phase, place, content, opened_on: today, min_days: minDays,
      day_unit: set.get('notice_day_unit')?.text === 'working' ? 'working' : 'calendar', start_day_counts: set.get('notice_start_day_counts')?.text === 'yes', closed_on: null,
    }]);
  }

  /** Takes the running notice down. @throws `project.notice-running` before its time is over */
  async close(project: ProjectRow, phase: 'ENTRY' | 'COMPLETION'): Promise<void> {
    const running = (await this.states({ countyCode: project.county_code, id: project.id })).find((notice) => notice.phase === phase && notice.closed_on === null);
    if (!running?.complete) throw problem('project.notice-running', { from: running?.next_step_from ?? null });
    await this.rows.update('project_notice', [{ county_code: running.county_code, id: running.id, closed_on: currentContext().today }]);
  }

  /** Whether a completion notice has run its time and was taken down. */
  async completionWasPublic(project: ProjectRow): Promise<boolean> {
    return (await this.states({ countyCode: project.county_code, id: project.id })).some((notice) => notice.phase === 'COMPLETION' && notice.closed_on !== null);
  }

  /** All notices of a project with where their clocks stand today. */
  async states(id: CaseId): Promise<NoticeState[]> {
    const notices = await this.db.query<ProjectNoticeRow>(sql.noticesOf, [id.countyCode, id.id]);
    return Promise.all(notices.map((notice) => this.state(notice)));
  }

  private async state(notice: ProjectNoticeRow): Promise<NoticeState> {
    const rule = { minDays: notice.min_days, unit: notice.day_unit, startDayCounts: notice.start_day_counts };
    const calendar = notice.day_unit === 'working' ? await this.holidays.calendar(notice.opened_on) : noHolidays;
    const clock = noticeClock(notice.opened_on, notice.closed_on ?? currentContext().today, { rule, calendar });
    return { ...notice, days_elapsed: clock.daysElapsed, next_step_from: clock.nextStepFrom, complete: clock.complete };
  }
}
