import pg from 'pg';
import { DataSource } from 'typeorm';
import { uuidV7, type ParameterValues, type RuleSet } from '#domain';
import { CommitHooks, Connections, dataSourceOptions, Db, Replica, systemActor } from '#platform';
import { ParameterReader } from '#divisions';
import { MeasureReader } from '#measures';
import { EntitlementBasisReader } from '../../libs/eligibility/src/entitlements/entitlement-basis.js';
import { BasisReader } from '../../libs/eligibility/src/recalculation/county-basis.js';
import { CountyParameters } from '../../libs/eligibility/src/recalculation/county-parameters.js';
import { ProofService } from '../../libs/eligibility/src/recalculation/proof.service.js';
import { RecalculationService } from '../../libs/eligibility/src/recalculation/recalculation.service.js';
import { VillageBatch } from '../../libs/eligibility/src/recalculation/village-batch.js';
import { RuleReader } from '../../libs/eligibility/src/rules/rule-reader.js';
import type { TestDatabase } from './database.js';
import { testEnv } from './app.js';

export const systemUser = '00000000-0000-7000-8000-000000000001';

/** Policy numbers that a test sets itself, by year; what it does not set is not set. */
export type Lines = Record<number, Record<string, number>>;

/** The services of eligibility on a test database, without HTTP and queue. */
export interface EligibilityServices {
  readonly db: Db;
  readonly lines: Lines;
  readonly rules: RuleReader;
  readonly parameters: CountyParameters;
  readonly basis: BasisReader;
  readonly recalculation: RecalculationService;
  readonly proof: ProofService;
  /** Reads or writes as the system within one county. */
  inCounty<Row>(county: string, sql: string, params?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export async function eligibilityServices(database: TestDatabase, lines: Lines = {}): Promise<EligibilityServices> {
  const env = testEnv(database, '/tmp');
  const source = await new DataSource(dataSourceOptions(env)).initialize();
  const db = new Db(source, new CommitHooks(), new Replica(env, new Connections(source)));
  const rules = new RuleReader(db);
  const parameters = { ofYear: (_: string, year: number): Promise<ParameterValues> => Promise.resolve(lines[year] ?? {}) } as unknown as CountyParameters;
  const basis = new BasisReader(rules, parameters, new EntitlementBasisReader(new MeasureReader(db, new ParameterReader(db))));
  const recalculation = new RecalculationService(db, basis, new VillageBatch(db));
  return {
    db, lines, rules, parameters, basis, recalculation,
    proof: new ProofService(db, basis, recalculation),
    inCounty: (county, sql, params = []) => db.run({ actor: systemActor(county) }, () => db.query(sql, params)),
    close: () => source.destroy(),
  };
}

/** Replaces all rules of the database by these. */
export async function setRules(database: TestDatabase, sets: readonly Pick<RuleSet, 'code' | 'level' | 'rule' | 'effectiveFrom'>[]): Promise<void> {
  const client = new pg.Client(database.ownerUrl);
  await client.connect();
  try {
    await client.query(`begin; set local app.scope = '15'; set local app.actor = '${systemUser}'; set local app.role = 'system'; set local app.request = 'test'; delete from rule_version`);
    for (const { code, level, rule, effectiveFrom } of sets) {
      await client.query(
        `insert into rule_version (id, code, version, level, name, description, expression, examples, source, valid_from) values ($1, $2, 1, $3, '{}', '{}', $4, '[]', '{}', $5)`,
        [uuidV7(), code, level, JSON.stringify(rule), effectiveFrom],
      );
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
}
