import { Injectable } from '@nestjs/common';
import { codeRange, contains, findScreen, judgeGroups, problem, screenGroupingLabels, type JudgedGroup, type ScreenCode, type ScreenDefinition, type ScreenGrouping } from '#domain';
import { DivisionReader } from '#divisions';
import { newestYearOf } from '#eligibility';
import { currentContext, Db, toPage, uuidCursor, type Page } from '#platform';
import { ApproverConsistency } from './approver-consistency.js';
import { CopiedTexts } from './copied-texts.js';
import { ImpossibleTravel } from './impossible-travel.js';
import { IncomeHeaping } from './income-heaping.js';
import { ReusedPhotos } from './reused-photos.js';
import { ScreenSettings, type SettingInForce } from './screen-settings.js';
import { isPlaceGrouping, settingOf, type NamedGroup, type ScreenQuestion, type ScreenRow, type ScreenSource } from './screen-source.js';
import { figureText, testText } from './screen-words.js';
import { SuddenIncome } from './sudden-income.js';
import { allowTime } from './settings.queries.js';

export interface Asked {
  readonly code: string;
  /** The newest year on record in the division without it. */
  readonly year?: number | undefined;
  readonly division?: string | undefined;
  readonly by?: string | undefined;
}

export interface ShownGroup extends JudgedGroup {
  readonly label: string | null;
  readonly divisionName: string;
}

export interface ScreenAnswer {
  readonly screen: ScreenDefinition;
  readonly question: ScreenQuestion;
  readonly settings: readonly SettingInForce[];
  readonly groups: readonly ShownGroup[];
}

/** A group that is flagged, as a finding copies it. */
export interface FlagCopy {
  readonly ref: string;
  readonly code: string;
  readonly divisionCode: string;
  readonly label: string;
  readonly shown: readonly { readonly label: string; readonly text: string }[];
  readonly vals: Readonly<Record<string, unknown>>;
  readonly title: string;
}

/** Asks the screens: counts by group, judged together, in the order of the places; and the rows behind each number. */
@Injectable()
export class ScreenReader {
  private readonly sources: Readonly<Record<ScreenCode, ScreenSource>>;

  constructor(
    private readonly db: Db,
    private readonly divisions: DivisionReader,
    private readonly settings: ScreenSettings,
    heaping: IncomeHeaping,
    sudden: SuddenIncome,
    approvers: ApproverConsistency,
    texts: CopiedTexts,
    photos: ReusedPhotos,
    travel: ImpossibleTravel,
  ) {
    this.sources = { income_heaping: heaping, sudden_income: sudden, approver_consistency: approvers, copied_texts: texts, reused_photos: photos, impossible_travel: travel };
  }

  /** @throws `screen.unknown` */
  screen(code: string): ScreenDefinition {
    const screen = findScreen(code);
    if (!screen) throw problem('screen.unknown');
    return screen;
  }

  /** @throws `screen.unknown`, `screen.grouping`, `not-found`, `screen.line-not-set`, `screen.too-wide`, `timeout` */
  async ask(asked: Asked): Promise<ScreenAnswer> {
    const { screen, question, settings } = await this.question(asked);
    await this.db.query(allowTime);
    const found = await this.sources[screen.code].groups(question);
    const labels = new Map(found.map(({ key, label }: NamedGroup) => [key, label]));
    // Screens that only count have no chance to correct for.
    const judged = judgeGroups(found, { minN: settingOf(question.settings, 'min_n'), alpha: question.settings['alpha'] ?? 0 });
    const names = await this.divisions.fullNames(judged.map(({ divisionCode }) => divisionCode));
    return { screen, question, settings, groups: judged.map((group) => ({ ...group, label: labels.get(group.key) ?? null, divisionName: names.get(group.divisionCode) ?? group.divisionCode })) };
  }

  /** Rows behind a number, in the order of their keys. @throws what {@link ask} throws, `screen.unknown-figure` */
  async rows(asked: Asked & { readonly group: string; readonly figure: string; readonly cursor?: string; readonly limit: number }): Promise<Page<ScreenRow>> {
    const { screen, question } = await this.question(asked);
    if (!screen.figures.some(({ name }) => name === asked.figure)) throw problem('screen.unknown-figure');
    const after = uuidCursor(asked.cursor);
    // A place outside the division that was asked about has no rows; a team or post is looked for inside it, and the number of a post may be digits alone.
    if (isPlaceGrouping(question.by) && !contains(question.division, asked.group)) throw problem('screen.unknown-group');
    await this.db.query(allowTime);
    const rows = await this.sources[screen.code].rows({ ...question, group: asked.group, figure: asked.figure, after: after === null ? null : String(after), limit: asked.limit });
    return toPage(rows, asked.limit, (row) => [row.key], (row) => row);
  }

  /** What a finding copies of a group that is flagged. @throws what {@link ask} throws, `not-found`, `finding.screen-not-flagged` */
  async flagged(asked: { readonly screen: string; readonly year: number; readonly division: string; readonly by?: string | undefined; readonly group: string }): Promise<FlagCopy> {
    const { screen, question, settings, groups } = await this.ask({ code: asked.screen, year: asked.year, division: asked.division, by: asked.by });
    const group = groups.find(({ key }) => key === asked.group);
    if (!group) throw problem('not-found');
    if (group.verdict !== 'FLAGGED') throw problem('finding.screen-not-flagged');
    const figures = screen.figures.map(({ name, zh, unit }) => ({ label: zh, text: figureText(group.figures[name] ?? null, unit) }));
    const reasons = group.tests.filter(({ flagged }) => flagged).map((test) => ({ label: '标记原因', text: testText(test) }));
    return {
      ref: `${screen.code}:${question.year}:${question.by}:${group.key}`, code: screen.code, divisionCode: group.divisionCode,
      label: `${screen.zh}：${group.divisionName}${group.label === null ? '' : ` ${group.label}`}`,
      shown: [{ label: '年度', text: String(question.year) }, { label: '分组', text: screenGroupingLabels[question.by] }, ...figures, ...reasons],
      vals: { figures: group.figures, tests: group.tests, n: group.n, settings: Object.fromEntries(settings.map(({ name, value }) => [name, value])), year: question.year, division: question.division, by: question.by },
      title: screen.zh,
    };
  }

  private async question({ code, year, division, by }: Asked): Promise<{ screen: ScreenDefinition; question: ScreenQuestion; settings: SettingInForce[] }> {
    const screen = this.screen(code);
    const grouping = by ?? screen.groupings[0] ?? 'village';
    if (!(screen.groupings as readonly string[]).includes(grouping)) throw problem('screen.grouping', { by: grouping });
    const { scope } = currentContext().actor;
    const asked = division ?? scope;
    if (scope === null || asked === null || !contains(scope, asked)) throw problem('not-found');
    const settings = await this.settings.of(screen);
    // The newest year on record; last year where there is none.
    const question = { year: year ?? (await newestYearOf(this.db, asked)) ?? Number(currentContext().today.slice(0, 4)) - 1, division: asked, ...codeRange(asked), by: grouping as ScreenGrouping, settings: Object.fromEntries(settings.map(({ name, value }) => [name, value])) };
    return { screen, question, settings };
  }
}
