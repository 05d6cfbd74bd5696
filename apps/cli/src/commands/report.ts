import { StockReporter, type StockLine, type StockReport } from '#eligibility';
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
];
