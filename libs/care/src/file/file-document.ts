/** A labelled value of a file, as it is printed. */
export interface FileField {
  readonly label: string;
  readonly value: string;
}

/** Part of a file: labelled values, or a table; `note` says what stands behind it. */
export interface FileSection {
  readonly title: string;
  readonly fields: readonly FileField[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly note: string | null;
}

/** A household file (户情档案) or village file (村情档案), ready to be printed or read by another system. */
export interface FileDocument {
  readonly kind: 'household' | 'village';
  readonly title: string;
  readonly subject: string;
  readonly place: string;
  readonly printedAt: string;
  readonly printedBy: string;
  /** False only where somebody with the right asked for clear numbers and said what for. */
  readonly masked: boolean;
  readonly purpose: string | null;
  readonly sections: readonly FileSection[];
}

export function fields(title: string, values: readonly (readonly [label: string, value: string])[], note: string | null = null): FileSection {
  return { title, fields: values.map(([label, value]) => ({ label, value })), columns: [], rows: [], note };
}

/** A table; without rows it says so. */
export function table(title: string, columns: readonly string[], rows: readonly (readonly string[])[], note: string | null = null): FileSection {
  return { title, fields: [], columns, rows, note };
}
