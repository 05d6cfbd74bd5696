export interface StartYears {
  /** Latest first. */
  readonly offered: readonly { readonly year: number; readonly recorded: boolean; readonly lineSet: boolean }[];
  readonly usual: number;
}

/** Years on offer, and the one a case usually goes by: the latest with a record and a poverty line. The server decides the same way. */
export function startYears({ recorded, withLine, running }: { recorded: readonly number[]; withLine: readonly number[]; running: number }): StartYears {
  const years = [...new Set([...recorded, running])].sort((a, b) => b - a);
  const offered = years.map((year) => ({ year, recorded: recorded.includes(year), lineSet: withLine.includes(year) }));
  const usual = offered.find((entry) => entry.recorded && entry.lineSet) ?? offered.find((entry) => entry.recorded);
  return { offered, usual: usual?.year ?? running };
}
