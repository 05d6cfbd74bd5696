import { Injectable } from '@nestjs/common';
import { CARE_PARAMETERS, problem, type CareDutyRole, type ParameterValues } from '#domain';
import { ParameterReader } from '#divisions';
import { currentContext, Db } from '#platform';
import * as sql from './register.queries.js';

/** Who looks in on the people of a register, and how often; null where nobody has set it. */
export interface CareDuty {
  readonly everyDays: number | null;
  readonly by: CareDutyRole | null;
  /** The document that the interval comes from. */
  readonly source: string | null;
}

/** Definitions and duties of care registers. */
@Injectable()
export class CareRegisterReader {
  constructor(
    private readonly db: Db,
    private readonly parameters: ParameterReader,
  ) {}

  /** Registers in force today, in their order. */
  inForce(): Promise<sql.CareRegisterRow[]> {
    return this.db.query<sql.CareRegisterRow>(sql.registersInForce, [currentContext().today]);
  }

  /** Throws `care.register-unknown`. */
  async register(code: string): Promise<sql.CareRegisterRow> {
    const found = (await this.inForce()).find((row) => row.code === code);
    if (!found) throw problem('care.register-unknown');
    return found;
  }

  /** Versions that entries name, by id. */
  async byId(ids: readonly string[]): Promise<Map<string, sql.CareRegisterRow>> {
    const rows = await this.db.query<sql.CareRegisterRow>(sql.versionsById, [[...new Set(ids)]]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Ages that definitions name, as they hold in a division today; null = not set. */
  ages(division: string): Promise<ParameterValues> {
    return this.parameters.values(CARE_PARAMETERS.map(({ name }) => name), { division });
  }

  /** Duties by register code, as they hold in a division today. */
  async duties(codes: readonly string[], division: string): Promise<Map<string, CareDuty>> {
    const duties = new Map<string, CareDuty>();
    for (const code of codes) {
      const set = await this.parameters.effectiveMany(['care_contact_days', 'care_contact_by'], { subject: code, division });
      const days = set.get('care_contact_days');
      duties.set(code, { everyDays: days?.value ?? null, by: (set.get('care_contact_by')?.text ?? null) as CareDutyRole | null, source: days?.source ?? null });
    }
    return duties;
  }
}
