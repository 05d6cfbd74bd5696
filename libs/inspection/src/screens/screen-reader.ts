import { Injectable } from '@nestjs/common';
import { problem } from '#domain';

export interface FlagQuestion { readonly screen: string; readonly year: number; readonly division: string; readonly by?: string | undefined; readonly group: string }
export interface FlagCopy { readonly ref: string; readonly code: string; readonly divisionCode: string; readonly label: string; readonly shown: readonly { label: string; text: string }[]; readonly vals: Record<string, unknown>; readonly title: string }

@Injectable()
export class ScreenReader {
  flagged(question: FlagQuestion): Promise<FlagCopy> {
    return Promise.reject(problem('screen.unknown', { ...question }));
  }
}
