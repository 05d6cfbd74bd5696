export const sheetFormats = ['html', 'pdf'] as const;
export type SheetFormat = (typeof sheetFormats)[number];

/** What a handler of prints answers; the page itself, or a PDF of it that is made after the transaction. */
export class PrintedSheet {
  constructor(
    /** Chinese name of the file, without ending. */
    readonly name: string,
    readonly html: string,
    readonly format: SheetFormat,
  ) {}
}
