import type { Desks } from './browser/desks.js';
import type { Cast, Place } from './cast.js';
import type { Client } from './client.js';
import type { StoryClock } from './clock.js';
import type { Narrator } from './narrator.js';

/** What all chapters share. */
export interface World {
  readonly narrator: Narrator;
  readonly clock: StoryClock;
  readonly place: Place;
  readonly cast: Cast;
  readonly region: readonly [Client, Client, Client, Client];
  readonly auditor: Client;
  /** With it, what people do on pages is done on pages. */
  readonly desks: Desks | null;
  /** Makes numbers and codes of this run differ from those of every other. */
  readonly run: number;
}

/** The last year with a working poverty line that has a source. */
export const LINE_YEAR = 2020;

export interface HouseholdBody {
  readonly id: string;
  readonly status: string;
  readonly headName: string;
  readonly memberCount: number;
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly episodes: readonly { readonly id: string; readonly sequence: number; readonly entryKind: string; readonly status: string; readonly previousEpisodeId: string | null }[];
}

export interface YearBody {
  readonly version: number;
  readonly correctionReason: string | null;
  readonly income: { readonly perCapitaFen: number | null };
  readonly members: readonly { readonly memberId: string; readonly values: Readonly<Record<string, unknown>> }[];
}

export const yuan = (fen: number | null): string => (fen === null ? '未填报' : `${(fen / 100).toLocaleString('zh-CN')} 元`);
export const localTime = (instant: string | null): string => (instant === null ? '?' : new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false }));
