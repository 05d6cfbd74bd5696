import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';

/** What the tests read of a service. */
export interface ComposeService {
  command?: string[];
  environment?: Record<string, string>;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  deploy?: { replicas: number };
  volumes?: string[];
  ports?: string[];
  profiles?: string[];
  restart?: string;
  build?: { dockerfile: string; target: string };
}

export interface Composition {
  services: Record<string, ComposeService>;
  volumes: Record<string, unknown>;
  networks: Record<string, unknown>;
}

/** docker-compose.yml as it is written. */
export const composeText = (): string => readFileSync(path.resolve(__dirname, '../../docker-compose.yml'), 'utf8');

/** Parses a composition with its merge keys (`<<`). */
export const parseComposition = (text: string): Composition => load(text, { schema: CORE_SCHEMA.withTags(mergeTag) }) as unknown as Composition;
