import { Injectable } from '@nestjs/common';
import { addDays, dueDaysOf, findingColour, noHolidays, problem, uuidV7, type ColourScale, type DayUnit, type FindingColour, type HolidayCalendar } from '#domain';
import { HolidayReader } from '#divisions';
import { currentContext, Db } from '#platform';
import * as sql from './colour.queries.js';
import type { FindingRow } from './finding.queries.js';

export interface Colours {
  /** Null: nobody has set the bounds. */
  readonly scale: ColourScale | null;
  readonly colourOf: (finding: Pick<FindingRow, 'state' | 'due_on'>) => FindingColour;
  /** Days of the deadline of a colour; null when the bounds are not set. */
  readonly daysOf: (colour: 'BLUE' | 'YELLOW' | 'RED') => { readonly after: string | null; readonly until: string } | null;
}

/** How far back findings that are overdue may be counted in working days. */
const BACK_DAYS = 366;

/** Colours by days left: bounds are data, the day is the server's. */
@Injectable()
export class FindingColours {
  constructor(
    private readonly db: Db,
    private readonly holidays: HolidayReader,
  ) {}

  /** The bounds in force today, with what they say. */
  async today(): Promise<Colours> {
    const { today } = currentContext();
    const row = await this.db.maybeOne<sql.ColourRow>(sql.coloursInForce, [today]);
    const scale = row && { blueDays: row.blue_days, yellowDays: row.yellow_days, redDays: row.red_days, unit: row.unit };
    const calendar: HolidayCalendar = scale?.unit === 'working' ? await this.holidays.calendar(addDays(today, -BACK_DAYS)) : noHolidays;
    return {
      scale,
      colourOf: ({ state, due_on: dueOn }) => findingColour({ state, dueOn }, today, scale, calendar),
      daysOf: (colour) => scale && dueDaysOf(colour, today, scale, calendar),
    };
  }

  /** All versions, the newest first. */
  history(): Promise<sql.ColourRow[]> {
    return this.db.query<sql.ColourRow>(sql.colourHistory);
  }

  /** Sets the bounds from a day on. @throws `finding.colour-order` */
  async set(input: { blueDays: number; yellowDays: number; redDays: number; unit: DayUnit; source: string; validFrom: string }): Promise<void> {
    if (!(input.redDays < input.yellowDays && input.yellowDays < input.blueDays)) throw problem('finding.colour-order');
    await this.db.query(sql.insertColours, [uuidV7(), input.blueDays, input.yellowDays, input.redDays, input.unit, input.source.trim(), input.validFrom]);
  }
}
