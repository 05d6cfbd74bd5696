import { Injectable } from '@nestjs/common';
import { checkParameter, isTextParameter, policyParameter, policyParameters, problem, uuidV7, type PolicyParameter } from '#domain';
import { Db, currentContext, decodeCursor, toPage } from '#platform';
import { DivisionReader } from '../tree/division-reader.js';
import { ParameterResponse, ParameterValuePage, ParameterValueResponse } from './parameters.dto.js';
import type { ParameterHistoryQuery, ParameterListResponse, ParameterQuery, SetParameterRequest } from './parameters.dto.js';
import { insertParameter, lockParameter, newestOfKey, parameterHistory, parametersInForce } from './parameters.queries.js';
import type { ParameterRow } from './parameters.queries.js';

const REGION = '15';

/** Policy numbers: what is in force, what was, and a new value with its document. */
@Injectable()
export class ParametersService {
  constructor(
    private readonly db: Db,
    private readonly divisions: DivisionReader,
  ) {}

  /** Every parameter with its values in force for a division and, when given, a year; also those that are not set. */
  async list(query: ParameterQuery): Promise<ParameterListResponse> {
    const names = policyParameters.map(({ name }) => name);
    const day = query.on ?? currentContext().today;
    const rows = await this.db.query<ParameterRow>(parametersInForce, [names, query.year ?? null, query.division ?? REGION, day, null]);
    return { items: policyParameters.map((definition) => ParameterResponse.of(definition, rows)) };
  }

  /** All records of one parameter, newest first. */
  async history(name: string, query: ParameterHistoryQuery): Promise<ParameterValuePage> {
    definitionOf(name);
    const before = decodeCursor(query.cursor, ['number'])?.[0] ?? Number.MAX_SAFE_INTEGER;
    const rows = await this.db.query<ParameterRow>(parameterHistory, [name, before, query.limit + 1]);
    return toPage(rows, query.limit, (row) => [row.sequence], (row) => ParameterValueResponse.from(row));
  }

  /**
   * Records a new value. Nothing is overwritten: the row before stays in the history, and the audit trigger keeps who.
   * @throws Problem parameter.unknown, parameter.wrong-key, parameter.out-of-range, parameter.source-required, parameter.dates, stale-version
   */
  async set(name: string, request: SetParameterRequest): Promise<ParameterValueResponse> {
    const definition = definitionOf(name);
    const value = valueOf(definition, request);
    const refusal = checkParameter(definition, { ...request, value });
    if (refusal) throw problem(...refusal);
    if (request.division) await this.divisions.requireValid(request.division);
    await this.db.query(lockParameter, [name]);
    const key = [name, request.year ?? null, request.division ?? null, request.basis ?? null, request.subject ?? null];
    const { sequence } = await this.db.one<{ sequence: number }>(newestOfKey, key);
    if (sequence !== request.version) throw problem('stale-version', { version: sequence });
    const text = typeof value === 'string' ? value : null;
    const number = typeof value === 'number' ? value : null;
    const row = await this.db.one<ParameterRow>(insertParameter, [
      uuidV7(), ...key, number, text, request.effectiveFrom, request.effectiveTo ?? null, request.source.trim(), request.note ?? null,
    ]);
    return ParameterValueResponse.from(row);
  }
}

function definitionOf(name: string): PolicyParameter {
  const definition = policyParameter(name);
  if (!definition) throw problem('parameter.unknown', { name });
  return definition;
}

function valueOf({ name, type }: PolicyParameter, { value, text }: SetParameterRequest): number | string | null {
  const [given, stray] = isTextParameter(type) ? [text, value] : [value, text];
  if (given === undefined || (stray !== undefined && stray !== null)) throw problem('validation', { fields: [{ field: isTextParameter(type) ? 'text' : 'value', faults: [name] }] });
  return given;
}
