import { Injectable } from '@nestjs/common';
import { codeLabel, contains, findComparisonRegister, formatCaseId, isCalendarDate, parseCaseId, problem, unpadVillageCode, uuidV7, withoutHashes, type CaseId, type CodeListName, type FindingOriginKind } from '#domain';
import { HouseholdReader } from '#households';
import { currentContext, Db } from '#platform';
import { ScreenReader } from '../screens/screen-reader.js';
import { differencesShown } from './answer-differences.js';
import { listedValues, valueText, type OriginCopy } from './origin-copy.js';
import * as sql from './origin.queries.js';

/** What is pointed at: a hit, a match or an answer by its id; a group of a screen; a letter or an observation in words. */
export interface OriginInput {
  readonly kind: FindingOriginKind;
  readonly id?: string | undefined;
  readonly screen?: string | undefined;
  readonly year?: number | undefined;
  readonly by?: string | undefined;
  readonly group?: string | undefined;
  readonly reference?: string | undefined;
  readonly receivedOn?: string | undefined;
  readonly text?: string | undefined;
  readonly division?: string | undefined;
  readonly householdId?: string | undefined;
}

const households = (head: string | null): string => (head === null ? '' : `${head}户`);

/** Copies what findings are raised from, as it is now. Runs in the transaction of the caller, who sees only the own territory. */
@Injectable()
export class OriginCopies {
  constructor(
    private readonly db: Db,
    private readonly households: HouseholdReader,
    private readonly screens: ScreenReader,
  ) {}

  /**
   * In the order given.
   * @throws `not-found` for what is not there or outside the territory, `finding.origin-not-true`, `finding.origin-no-difference`,
   * `finding.origin-incomplete`, `finding.screen-not-flagged`
   */
  async copy(kind: FindingOriginKind, inputs: readonly OriginInput[]): Promise<OriginCopy[]> {
    if (kind === 'HIT') return this.rows(inputs, sql.hitOrigins, (row: sql.HitOrigin) => hitCopy(row));
    if (kind === 'COMPARISON') return this.rows(inputs, sql.matchOrigins, (row: sql.MatchOrigin) => matchCopy(row));
    if (kind === 'SAMPLE') return this.rows(inputs, sql.answerOrigins, (row: sql.AnswerOrigin) => answerCopy(row));
    const copies: OriginCopy[] = [];
    for (const input of inputs) copies.push(kind === 'SCREEN' ? await this.flag(input) : await this.words(kind, input));
    return copies;
  }

  private async rows<Row extends { readonly county_code: string; readonly id: string }>(inputs: readonly OriginInput[], query: string, make: (row: Row) => OriginCopy): Promise<OriginCopy[]> {
    const ids = inputs.map(({ id }) => parseCaseId(id ?? '') ?? missing('id'));
    const found = new Map<string, Row>();
    for (const county of new Set(ids.map(({ countyCode }) => countyCode))) {
      const rows = await this.db.query<Row>(query, [county, ids.filter(({ countyCode }) => countyCode === county).map(({ id }) => id)]);
      for (const row of rows) found.set(formatCaseId(row.county_code, row.id), row);
    }
    return ids.map((id: CaseId) => {
      const row = found.get(formatCaseId(id.countyCode, id.id));
      if (!row) throw problem('not-found');
      return make(row);
    });
  }

  private async flag({ screen, year, division, by, group }: OriginInput): Promise<OriginCopy> {
    const { title, ...found } = await this.screens.flagged({
      screen: screen ?? missing('screen'), year: year ?? missing('year'), division: division ?? missing('division'), by, group: group ?? missing('group'),
    });
    return { ...found, kind: 'SCREEN', householdId: null, memberId: null, severity: 'W', title, basis: null };
  }

  private async words(kind: 'LETTER' | 'HAND', input: OriginInput): Promise<OriginCopy> {
    const said = input.text?.trim() || missing('text');
    const reference = input.reference?.trim() || (kind === 'LETTER' ? missing('reference') : uuidV7());
    if (kind === 'LETTER' && !isCalendarDate(input.receivedOn ?? '')) missing('receivedOn');
    const card = input.householdId === undefined ? null : await this.households.card(parseCaseId(input.householdId) ?? missing('householdId'));
    const divisionCode = card?.villageCode ?? input.division ?? missing('division');
    const { scope } = currentContext().actor;
    if (scope === null || !contains(scope, divisionCode)) throw problem('not-found');
    const received = kind === 'LETTER' ? [{ label: '信访编号', text: reference }, { label: '收到日期', text: input.receivedOn ?? '' }] : [];
    return {
      kind, ref: reference, code: null, divisionCode, householdId: card?.id ?? null, memberId: null, label: kind === 'LETTER' ? `信访 ${reference}` : households(card?.headName ?? null) || '人工录入',
      shown: [...received, ...(card ? [{ label: '户主', text: card.headName }] : []), { label: '内容', text: said }],
      vals: { reference, receivedOn: input.receivedOn ?? null, text: said }, severity: 'W', title: null, basis: null,
    };
  }
}

function missing(field: string): never {
  throw problem('finding.origin-incomplete', { field });
}

function hitCopy(row: sql.HitOrigin): OriginCopy {
  if (row.verdict === 'FALSE_ALARM' || row.gone) throw problem('finding.origin-not-true');
  const shown = row.shown.map(({ name, label, type, codeList }) => {
    const value = row.vals[name];
    return { label: label.zh, text: type === 'code' && codeList !== undefined && typeof value === 'string' ? codeLabel(codeList as CodeListName, value) : valueText(value, type) };
  });
  const who = row.member_name ?? households(row.head_name);
  return {
    kind: 'HIT', ref: formatCaseId(row.county_code, row.id), code: row.check_code, divisionCode: unpadVillageCode(row.village_code), householdId: row.household_id, memberId: row.member_id,
    label: `${row.check_code} ${row.name.zh}${who === '' ? '' : `：${who}`}`, shown, vals: { ...row.vals, hitKey: row.hit_key, year: row.year }, severity: row.severity,
    title: row.name.zh, basis: row.basis.map(({ zh }) => zh).join('；') || null,
  };
}

function matchCopy(row: sql.MatchOrigin): OriginCopy {
  // A statement about somebody who may be another person is no ground for a finding before a person has found it true.
  if (row.verdict === 'FALSE_ALARM' || (row.strength !== 'ID' && row.verdict !== 'TRUE')) throw problem('finding.origin-not-true');
  const register = findComparisonRegister(row.register_code);
  const name = register?.zh ?? row.register_code;
  const listed = [{ label: '名单', text: `${row.department} ${name}（${row.list_on}）` }, { label: '人员', text: row.member_name }, ...listedValues(row.register_code, row.detail)];
  return {
    kind: 'COMPARISON', ref: formatCaseId(row.county_code, row.id), code: row.register_code, divisionCode: row.village_code, householdId: row.household_id, memberId: row.member_id,
    label: `${name}：${row.member_name}`, shown: listed, vals: { ...withoutHashes(register ?? { columns: [] }, row.detail), listOn: row.list_on, strength: row.strength }, severity: 'E', title: `与${name}名单比对发现问题`, basis: null,
  };
}

function answerCopy(row: sql.AnswerOrigin): OriginCopy {
  const shown = differencesShown(row.differences);
  if (shown.length === 0 || !row.newest) throw problem('finding.origin-no-difference');
  return {
    kind: 'SAMPLE', ref: formatCaseId(row.county_code, row.id), code: null, divisionCode: row.village_code, householdId: row.household_id, memberId: null,
    label: `抽查：${households(row.head_name)}`, shown: [{ label: '抽查日期', text: row.answered_on }, ...shown], vals: { differences: row.differences, answeredOn: row.answered_on },
    severity: 'W', title: '抽查结果与记录不一致', basis: null,
  };
}

