export interface Cell {
  villageCode: string;
  helperId: string;
  households: number;
}
export const cellKey = (cell: Pick<Cell, 'villageCode' | 'helperId'>): string => `${cell.villageCode} ${cell.helperId}`;
