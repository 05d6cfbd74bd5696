import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '#domain';
import { Allow, CurrentActor, Db, OwnTransaction, requestIdOf, type Actor, type HttpRequest } from '#platform';
import { ChangesQuery, VillagePackQuery, VillagePackResponse } from './changes.dto.js';
import { PackReader } from './pack-reader.js';

interface Reply {
  header(name: string, value: string): Reply;
  status(code: number): Reply;
  send(body?: unknown): unknown;
}

const compress = promisify(gzip);
/** A village with five years takes well under a second; a slow disk may take longer than a page may. */
const TIMEOUT_MS = 20_000;

@ApiTags('sync')
@Controller('sync')
export class ChangesController {
  constructor(
    private readonly db: Db,
    private readonly packs: PackReader,
  ) {}

  @Get('snapshot')
  @Allow(Permission.SyncPack)
  @OwnTransaction()
  @ApiOperation({ operationId: 'villageSnapshot', summary: 'A whole village for work offline, with the rules to judge it; sensitive fields masked' })
  @ApiOkResponse({ type: VillagePackResponse })
  async snapshot(@CurrentActor() actor: Actor, @Req() request: HttpRequest, @Query() query: VillagePackQuery, @Res() reply: Reply): Promise<void> {
    const body = await this.db.run({ actor, requestId: requestIdOf(request), steady: true, timeoutMs: TIMEOUT_MS }, () => this.packs.snapshot(VillagePackQuery.toQuestion(query)));
    await send(request, reply, body);
  }

  @Get('changes')
  @Allow(Permission.SyncPack)
  @OwnTransaction()
  @ApiOperation({ operationId: 'villageChanges', summary: 'What changed in a village since the cursor, with tombstones' })
  @ApiOkResponse({ type: VillagePackResponse })
  async changes(@CurrentActor() actor: Actor, @Req() request: HttpRequest, @Query() query: ChangesQuery, @Res() reply: Reply): Promise<void> {
    const found = await this.db.run({ actor, requestId: requestIdOf(request), steady: true, timeoutMs: TIMEOUT_MS }, () => this.packs.changes(VillagePackQuery.toQuestion(query), query.cursor));
    await send(request, reply, 'resync' in found ? JSON.stringify(found) : found.body);
  }
}

/** Sends JSON text, compressed where the client takes it; the tag is of the content without the time and the cursor. */
async function send(request: HttpRequest, reply: Reply, body: string): Promise<void> {
  const content = body.replace(/^\{"cursor":"[^"]*"/, '').replace(/"serverTime":"[^"]*",/, '');
  const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', tag).header('content-type', 'application/json; charset=utf-8').header('vary', 'accept-encoding');
  if (request.headers['if-none-match'] === tag) {
    reply.status(304).send();
    return;
  }
  const compressed = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  if (compressed) reply.header('content-encoding', 'gzip');
  reply.status(200).send(compressed ? await compress(body) : body);
}
