import { fieldOfTarget, type ColumnTarget, type FieldEntity, type RecognisedColumn } from '#domain';

/** Which column of the file stands for what, to show a fault where its cell is. */
export class FileColumns {
  private readonly byTarget = new Map<ColumnTarget, number>();

  constructor(columns: readonly RecognisedColumn[]) {
    for (const { target, index, duplicate } of columns) if (target !== null && !duplicate && !this.byTarget.has(target)) this.byTarget.set(target, index);
  }

  /** Column of the first of these targets that the file has; null when it has none (the fault is of the row). */
  of(...targets: ColumnTarget[]): number | null {
    for (const target of targets) {
      const index = this.byTarget.get(target);
      if (index !== undefined) return index;
    }
    return null;
  }

  field(entity: FieldEntity, key: string): number | null {
    return this.of(`${entity}.${key}`);
  }

  has(...targets: ColumnTarget[]): boolean {
    return this.of(...targets) !== null;
  }

  /** Whether a row of this file says anything about this entity. */
  carries(entity: FieldEntity): boolean {
    return [...this.byTarget.keys()].some((target) => {
      const field = fieldOfTarget(target);
      return field?.entity === entity && field.key !== 'year' && field.key !== 'villageCode';
    }) || (entity === 'householdYear' && [...this.byTarget.keys()].some((target) => target.endsWith('Total')));
  }
}
