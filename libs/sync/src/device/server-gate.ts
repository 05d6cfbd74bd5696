import { Injectable } from '@nestjs/common';
import { isAtLeast, problem } from '#domain';
import { Db } from '#platform';
import { serverState, type ServerRow } from './device.queries.js';

/** What is true for every contact of a device: which server this is, and which builds it still understands. */
@Injectable()
export class ServerGate {
  constructor(private readonly db: Db) {}

  /** @throws `sync.client-too-old`, and `sync.epoch-changed` when the device last spoke to what was before a restore. */
  async pass(client: { readonly appVersion?: string; readonly epoch?: string }): Promise<ServerRow> {
    const server = await this.db.one<ServerRow>(serverState);
    if (client.appVersion !== undefined && !isAtLeast(client.appVersion, server.min_app_version)) {
      throw problem('sync.client-too-old', { minimum: server.min_app_version, yours: client.appVersion });
    }
    if (client.epoch !== undefined && client.epoch !== server.epoch) throw problem('sync.epoch-changed', { epoch: server.epoch });
    return server;
  }
}
