import { EntitlementReader, StockReporter, type GapSummary, type StockLine, type StockReport } from '#eligibility';
import { screens, screenVerdictLabels } from '#domain';
import { figureText, ScreenReader, testText, type ScreenAnswer } from '#inspection';
import { Db, systemActor } from '#platform';
import { numberOption, textOption, UsageError, type Command } from '../command.js';
import { withApp } from '../context.js';
import { textTable } from '../table.js';

const number = (value: number | null): string => (value === null ? '—' : value.toLocaleString('en-US'));
const percent = (basisPoints: number | null): string => (basisPoints === null ? '—' : `${(basisPoints / 100).toFixed(2)} %`);
const cells = (line: StockLine, indent: string): string[] => [
  `${indent}${line.name ?? line.code}`, line.code, number(line.registeredHouseholds), number(line.registeredPersons), number(line.poorHouseholds), number(line.poorPersons),
  number(line.ruralResidentPopulation), percent(line.incidenceBasisPoints),
];

const gapKinds = { LACKING: '应享未享', IMPROPER: '违规享受', UNANSWERED: '没有对应措施' } as const;

export const reportCommands: Command[] = [
  {
    words: ['report', 'stock'],
    help: 'Registered and poor households and persons, and incidence, by league and county; --division and --year narrow it (the newest year with data without it).',
    options: { division: { type: 'string' }, year: { type: 'string' } },
    run({ values }) {
      const division = textOption(values, 'division') ?? '15';
      if (!/^([0-9]{2}|[0-9]{4}|[0-9]{6})$/.test(division)) throw new UsageError('--division takes the code of a region, league or county');
      const year = textOption(values, 'year') === undefined ? undefined : numberOption(values, 'year', 0);
      return withApp((app) => app.get(Db).run({ actor: systemActor(division), readOnly: true }, () => app.get(StockReporter).stock(division, year)));
    },
    print(report: StockReport) {
      const rows = report.prefectures.flatMap((league) => [cells(league, ''), ...report.counties.filter(({ code }) => code.startsWith(league.code)).map((county) => cells(county, '  '))]);
      const headings = ['盟市 旗县', '代码', '建档立卡户', '建档立卡人口', '未脱贫户', '未脱贫人口', '农牧业人口', '贫困发生率'];
      const table = textTable(headings, [...rows, cells({ ...report.total, name: '合计' }, '')], [2, 3, 4, 5, 6, 7]);
      process.stdout.write(`${report.year} 年  截至 ${report.asOf?.toISOString() ?? '—'}\n\n${table}\n`);
      if (report.counties.some(({ ruralResidentPopulation }) => ruralResidentPopulation === null)) process.stdout.write('\n— 表示该年度尚未填报，合计随之为空；可用 --year 指定年度  — is not recorded for the year, and so is a total over it; --year asks for another\n');
    },
  },
  {
    words: ['report', 'entitlements'],
    help: 'Entitled but not receiving, receiving but not entitled, needs without a measure: counts by child division; --division, --kind and --measure narrow it.',
    options: { division: { type: 'string' }, kind: { type: 'string' }, measure: { type: 'string' } },
    run({ values }) {
      const division = textOption(values, 'division') ?? '15';
      if (!/^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/.test(division)) throw new UsageError('--division takes the code of a division');
      const kind = textOption(values, 'kind');
      if (kind !== undefined && !(kind in gapKinds)) throw new UsageError(`--kind takes ${Object.keys(gapKinds).join(', ')}`);
      const filter = { division, kind, code: textOption(values, 'measure') };
      return withApp((app) => app.get(Db).run({ actor: systemActor(division), readOnly: true }, () => app.get(EntitlementReader, { strict: false }).summary(filter)));
    },
    print(report: GapSummary) {
      const rows = report.rows.map((row) => [row.name ?? row.division, row.division, gapKinds[row.kind as keyof typeof gapKinds], row.code, row.title.zh, number(row.gaps), number(row.households)]);
      process.stdout.write(`${report.year ?? '—'} 年  截至 ${report.asOf?.toISOString() ?? '—'}${report.pending ? '（有变更待重新计算）' : ''}\n\n${textTable(['辖区', '代码', '类别', '措施', '名称', '条数', '户数'], rows, [5, 6])}\n`);
    },
  },
  {
    words: ['report', 'screens'],
    help: 'Statistical screens of a division and year: what is flagged, in the order of the places; --division, --year and --screen.',
    options: { division: { type: 'string' }, year: { type: 'string' }, screen: { type: 'string' } },
    run({ values }) {
      const division = textOption(values, 'division') ?? '15';
      if (!/^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/.test(division)) throw new UsageError('--division takes the code of a division');
      const year = numberOption(values, 'year', 0);
      if (year < 2000 || year > 2100) throw new UsageError('--year takes a year');
      const wanted = textOption(values, 'screen');
      const codes = screens.map(({ code }) => code as string).filter((code) => wanted === undefined || code === wanted);
      if (codes.length === 0) throw new UsageError(`--screen takes ${screens.map(({ code }) => code).join(', ')}`);
      return withApp(async (app) => {
        const answers: ScreenAnswer[] = [];
        for (const code of codes) answers.push(await app.get(Db).run({ actor: systemActor(division), readOnly: true }, () => app.get(ScreenReader, { strict: false }).ask({ code, year, division })));
        return answers.map(({ screen, question, settings, groups }) => ({ code: screen.code, name: screen.zh, year: question.year, division, by: question.by, settings, groups }));
      });
    },
    print(answers: readonly (Pick<ScreenAnswer, 'settings' | 'groups'> & { code: string; name: string; year: number })[]) {
      for (const { code, name, year, groups } of answers) {
        const flagged = groups.filter(({ verdict }) => verdict === 'FLAGGED');
        const few = groups.filter(({ verdict }) => verdict === 'TOO_FEW').length;
        process.stdout.write(`${name}（${code}） ${year} 年：${flagged.length} 组${screenVerdictLabels.FLAGGED}，${groups.length - few - flagged.length} 组${screenVerdictLabels.NOT_FLAGGED}，${few} 组${screenVerdictLabels.TOO_FEW}\n`);
        const figures = screens.find((screen) => screen.code === code)?.figures ?? [];
        for (const group of flagged) {
          const numbers = figures.map(({ name: figure, zh, unit }) => `${zh} ${figureText(group.figures[figure] ?? null, unit)}`).join('，');
          process.stdout.write(`  ${group.divisionName} ${group.label ?? ''} ${numbers}；${group.tests.filter((test) => test.flagged).map(testText).join('；')}\n`);
        }
      }
    },
  },
];
