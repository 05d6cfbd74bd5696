import { Injectable } from '@nestjs/common';
import { codeLengths, codeRange, contactDue, contains, divisionLevels, levelOf, problem, type CaseId, type ContactDue, type ContactWay, type ParameterValues } from '#domain';
import { DivisionReader } from '#divisions';
import { currentContext, Db, decodeCursor, toPage, type Page } from '#platform';
import { CareRegisterReader, type CareDuty } from '../registers/register-reader.js';
import type { CareRegisterRow } from '../registers/register.queries.js';
import * as sql from './entry.queries.js';

export interface EntryFilter {
  readonly division?: string;
  readonly verdict: 'met' | 'unproven';
  readonly state: 'on' | 'left';
  readonly overdue: boolean;
  readonly cursor?: string;
  readonly limit: number;
}

/** An entry as a page shows it: the row, the version that judged it, and when somebody must look in next. */
export interface ShownEntry {
  readonly row: sql.EntryRow;
  readonly version: CareRegisterRow | null;
  readonly due: ContactDue;
  readonly place: string;
  /** Ages that the definition names, as they hold today. */
  readonly ages: ParameterValues;
}

export interface NewContact {
  readonly id: string;
  readonly contactedOn: string;
  readonly way: ContactWay;
  readonly met: string | null;
  readonly found: string;
  readonly needsHelp: boolean;
  readonly contracted: boolean | null;
}

export interface Summary {
  readonly division: string;
  readonly since: string;
  readonly rows: readonly (sql.SummaryRow & { readonly divisionName: string | null })[];
  readonly registers: readonly (CareRegisterRow & { readonly duty: CareDuty | undefined })[];
}

/** People on care registers: lists, numbers, and contacts with them. */
@Injectable()
export class CareEntries {
  constructor(
    private readonly db: Db,
    private readonly registers: CareRegisterReader,
    private readonly divisions: DivisionReader,
  ) {}

  /** A register page by page. @throws `care.register-unknown` */
  async page(code: string, filter: EntryFilter): Promise<Page<ShownEntry>> {
    const register = await this.registers.register(code);
    const division = territory(filter.division);
    if (division === null) return { items: [], nextCursor: null };
    const cursor = decodeCursor(filter.cursor, ['string', 'string']);
    const { from, to } = codeRange(division);
    const days = (await this.registers.duties([register.code], division)).get(register.code)?.everyDays ?? null;
    const place = [from, to, register.code, filter.verdict, cursor?.[0] ?? null, cursor?.[1] ?? null, filter.limit + 1];
    await this.db.query(sql.walkInOrder);
    const statements = sql.listEntries[filter.state];
    const rows = await (filter.overdue
      ? this.db.query<sql.EntryRow>(statements.due, [...place, days, currentContext().today])
      : this.db.query<sql.EntryRow>(statements.all, place));
    const shown = await this.shown(rows);
    return toPage(shown, filter.limit, ({ row }) => [row.village_code, row.id], (entry) => entry);
  }

  /** One entry with its contacts, newest first. @throws `not-found` */
  async entry(id: CaseId): Promise<{ entry: ShownEntry; contacts: sql.ContactRow[] }> {
    const row = await this.find(id);
    const [entry] = await this.shown([row]);
    if (!entry) throw problem('not-found');
    return { entry, contacts: await this.db.query<sql.ContactRow>(sql.contactsOf, [row.county_code, row.household_id, row.member_id]) };
  }

  /** Every entry of a household, those that hold first. */
  async ofHousehold(id: CaseId): Promise<ShownEntry[]> {
    return this.shown(await this.db.query<sql.EntryRow>(sql.entriesOfHousehold, [id.countyCode, id.id]));
  }

  /** Numbers by child division and register; entries and leavers since a day. */
  async summary(asked: string | undefined, since: string | undefined): Promise<Summary> {
    const division = territory(asked);
    if (division === null) throw problem('not-found');
    const registers = await this.registers.inForce();
    const duties = await this.registers.duties(registers.map(({ code }) => code), division);
    const from = since ?? `${currentContext().today.slice(0, 4)}-01-01`;
    const days = Object.fromEntries([...duties].map(([code, { everyDays }]) => [code, everyDays]));
    const range = codeRange(division);
    await this.db.query(sql.byHash);
    const rows = await this.db.query<sql.SummaryRow>(sql.summary, [range.from, range.to, childDigits(division), JSON.stringify(days), currentContext().today, from]);
    const names = await this.divisions.names(rows.map((row) => row.division));
    return {
      division, since: from, rows: rows.map((row) => ({ ...row, divisionName: names.get(row.division) ?? null })),
      registers: registers.map((register) => ({ ...register, duty: duties.get(register.code) })),
    };
  }

  /** Records that somebody looked in. The same id with the same content is the same contact. @throws `care.contact-future`, `care.contact-repeated` */
  async contact(entryId: CaseId, given: NewContact): Promise<sql.ContactRow> {
    const entry = await this.find(entryId);
    if (given.contactedOn > currentContext().today) throw problem('care.contact-future');
    const earlier = await this.db.maybeOne<sql.ContactRow>(sql.findContact, [entry.county_code, given.id]);
    if (earlier) {
      if (!sameContact(earlier, entry, given)) throw problem('care.contact-repeated');
      return earlier;
    }
    if (entry.until !== null) throw problem('care.entry-closed');
    return this.db.one<sql.ContactRow>(sql.insertContact, [
      entry.county_code, given.id, entry.village_code, entry.id, entry.register_code, entry.household_id, entry.member_id, given.contactedOn, given.way, given.met,
      given.found, given.needsHelp, given.contracted,
    ]);
  }

  private async find(id: CaseId): Promise<sql.EntryRow> {
    const row = await this.db.maybeOne<sql.EntryRow>(sql.findEntry, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return row;
  }

  private async shown(rows: readonly sql.EntryRow[]): Promise<ShownEntry[]> {
    const versions = await this.registers.byId(rows.map((row) => row.version_id));
    const places = await this.divisions.fullNames(rows.map((row) => row.village_code));
    const ages = await this.registers.ages(currentContext().actor.scope ?? '15');
    const duties = new Map<string, CareDuty | undefined>();
    for (const row of rows) {
      const key = `${row.register_code} ${row.county_code}`;
      if (!duties.has(key)) duties.set(key, (await this.registers.duties([row.register_code], row.county_code)).get(row.register_code));
    }
    return rows.map((row) => ({
      row, version: versions.get(row.version_id) ?? null, place: places.get(row.village_code) ?? row.village_code, ages,
      due: contactDue({ since: row.since, lastContactOn: row.last_contact_on, everyDays: duties.get(`${row.register_code} ${row.county_code}`)?.everyDays ?? null }, currentContext().today),
    }));
  }
}

/** The division asked for, as far as it lies in the actor's territory; null when nothing of it does. */
export function territory(division: string | undefined): string | null {
  const { scope } = currentContext().actor;
  if (scope === null) return null;
  if (division === undefined || contains(division, scope)) return scope;
  return contains(scope, division) ? division : null;
}

function childDigits(division: string): number {
  const level = levelOf(division);
  const child = level ? divisionLevels[divisionLevels.indexOf(level) + 1] : undefined;
  return child ? codeLengths[child] : codeLengths.village;
}

function sameContact(row: sql.ContactRow, entry: sql.EntryRow, given: NewContact): boolean {
  return row.entry_id === entry.id && row.contacted_on === given.contactedOn && row.way === given.way && row.met === given.met && row.found === given.found
    && row.needs_help === given.needsHelp && row.contracted === given.contracted;
}
