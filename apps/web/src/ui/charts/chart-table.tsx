/** A column of the table behind a picture. */
export interface ChartColumn {
  readonly key: string;
  readonly title: string;
  readonly numeric?: boolean;
}

export type ChartRow = Readonly<Record<string, string | number | null>>;

export interface ChartTableData {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly ChartRow[];
}

interface Props {
  table: ChartTableData;
  title: string;
  onPick?: ((row: number) => void) | undefined;
}

/** The same numbers as the picture, for whoever reads rather than looks; the first cell opens what is behind it. */
export function ChartTable({ table: { columns, rows }, title, onPick }: Props) {
  return (
    <div className="chart-table" tabIndex={0} role="region" aria-label={title}>
      <table className="matrix">
        <thead><tr>{columns.map(({ key, title: head, numeric }) => <th key={key} scope="col" className={numeric ? 'number' : undefined}>{head}</th>)}</tr></thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map(({ key, numeric }, at) => {
                const text = row[key] ?? '—';
                return at === 0
                  ? <th key={key} scope="row">{onPick ? <button type="button" className="text-button" onClick={() => onPick(index)}>{text}</button> : text}</th>
                  : <td key={key} className={numeric ? 'number' : undefined}>{text}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
