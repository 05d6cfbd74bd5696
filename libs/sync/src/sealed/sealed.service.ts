import { Injectable } from '@nestjs/common';
import { checkEnvelope, isProblem, parseCaseId, problem, type Operation, type OperationResult, type Role } from '#domain';
import { AccessLog, Db, scopeOf, SealKeys } from '#platform';
import { findDevice, type DeviceRow } from '../device/device.queries.js';
import { OperationRun, type Sender } from '../operation/operation-run.js';
import { unstored } from '../operation/operation-store.js';
import type { SealedEnvelopeRequest } from './sealed.dto.js';
import { SealedOpener, type Opened } from './sealed-opener.js';
import { SealedPhoto } from './sealed-photo.js';
import * as sql from './sealed.queries.js';

interface Author {
  readonly device: DeviceRow;
  readonly publicKey: string | undefined;
  /** Null when the grant has ended or the account is closed. */
  readonly sender: Sender | null;
}

/** Work that somebody carries in for its author: opened here, and done as the author's own. */
@Injectable()
export class SealedService {
  constructor(
    private readonly db: Db,
    private readonly keys: SealKeys,
    private readonly opener: SealedOpener,
    private readonly photos: SealedPhoto,
    private readonly runs: OperationRun,
    private readonly access: AccessLog,
  ) {}

  key(): { readonly keyId: string; readonly publicKey: string } {
    return this.keys.current();
  }

  /** Takes envelopes in their order, each by itself; never throws because of one of them. */
  async take(carrier: Sender, envelopes: readonly SealedEnvelopeRequest[]): Promise<OperationResult[]> {
    const results: OperationResult[] = [];
    for (const envelope of envelopes) results.push(await this.one(carrier, envelope));
    return results;
  }

  private async one(carrier: Sender, envelope: SealedEnvelopeRequest): Promise<OperationResult> {
    const named = { opId: envelope.id, deviceSeq: envelope.deviceSeq };
    try {
      const author = await this.author(carrier, envelope);
      if (!author) return unstored(named, 'retry', 'sync.device-unknown');
      const opened = this.opener.open(envelope, author.publicKey);
      const result = envelope.kind === 'photo' ? await this.photo(author, envelope.id, opened) : await this.operation(carrier, author, operationOf(envelope, opened));
      await this.record(carrier, author.device, envelope, result);
      return result;
    } catch (error) {
      return unstored(named, isProblem(error) ? 'rejected' : 'retry', isProblem(error) ? error : 'not-ready');
    }
  }

  /** The device lies where it was registered, wherever the carrier works; nothing of it is shown. */
  private author(carrier: Sender, { deviceId, signer }: SealedEnvelopeRequest): Promise<Author | null> {
    const id = parseCaseId(deviceId);
    if (!id) return Promise.resolve(null);
    return this.db.run({ ...carrier, actor: { ...carrier.actor, scope: id.countyCode }, readOnly: true }, async () => {
      const device = await this.db.maybeOne<DeviceRow>(findDevice, [id.countyCode, id.id]);
      if (!device) return null;
      const key = await this.db.maybeOne<{ public_key: string }>(sql.findKey, [id.countyCode, id.id, signer]);
      const found = await this.db.maybeOne<sql.AuthorRow>(sql.findAuthor, [device.grant_id]);
      const role = found?.role as Role;
      const stands = found?.active === true && device.grant_live;
      const actor = { userId: device.user_id, name: device.user_name, role, division: device.division_code, scope: scopeOf(role, device.division_code), grantId: device.grant_id, sessionId: null };
      return { device, publicKey: key?.public_key, sender: stands ? { requestId: carrier.requestId, actor } : null };
    });
  }

  /** As {@link OperationsService} would, had the author sent it: kept apart when the device was ended or the grant is over. */
  private operation(carrier: Sender, { device, sender }: Author, operation: Operation): Promise<OperationResult> {
    const there: Sender = { ...carrier, actor: { ...carrier.actor, scope: device.division_code } };
    if (device.revoked_at !== null) return this.runs.refuse(there, operation, device, problem('sync.device-revoked', { wipe: true }));
    if (!sender) return this.runs.refuse(there, operation, device, problem('sync.scope-ended'));
    const check = checkEnvelope(operation);
    if (check.faults) return this.runs.refuse(sender, operation, device, problem('sync.malformed', { fields: check.faults.map((field) => ({ field, faults: ['malformed'] })) }));
    return this.runs.answer(sender, operation, device);
  }

  private photo({ device, sender }: Author, id: string, opened: Opened): Promise<OperationResult> {
    if (device.revoked_at !== null) throw problem('sync.device-revoked', { wipe: true });
    if (!sender) throw problem('sync.scope-ended');
    return this.photos.keep(sender, id, opened);
  }

  /** Who carried it, beside the record of what it did. */
  private async record(carrier: Sender, device: DeviceRow, { id, kind }: SealedEnvelopeRequest, { status, code }: OperationResult): Promise<void> {
    const there = { ...carrier, actor: { ...carrier.actor, scope: device.division_code } };
    const payload = { kind, status, ...(code === undefined ? {} : { code }), author: device.user_id, device: device.id };
    await this.db.run(there, () => this.access.event('CARRY', 'sync_operation', id, payload, { villageCode: device.village_code }));
  }
}

/** The operation with its place in the line; its title is for the phone alone. */
function operationOf({ id, deviceId, deviceSeq }: SealedEnvelopeRequest, { description }: Opened): Operation {
  const { title: _, ...operation } = description;
  return { ...operation, opId: id, deviceId, deviceSeq } as unknown as Operation;
}
