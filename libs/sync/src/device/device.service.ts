import { Injectable } from '@nestjs/common';
import { countyCodeOf, padVillageCode, problem, uuidV7, type CaseId } from '#domain';
import { currentContext, Db } from '#platform';
import { insertKey } from '../sealed/sealed.queries.js';
import { keyIdOf } from '../sealed/signature.js';
import * as sql from './device.queries.js';

export interface NewDevice {
  /** Minted by the application when it was set up. */
  readonly installationId: string;
  readonly label?: string;
  readonly appVersion: string;
  /** First number that the device still holds; above 1 only after a restore or when its storage was wiped. */
  readonly firstSeq?: number;
  /** Public key of the installation: what it signed can be carried in by somebody else. */
  readonly signingKey?: string;
}

/** Devices: one person, one grant, one installation. */
@Injectable()
export class DeviceService {
  constructor(private readonly db: Db) {}

  /** Registers this installation for the current grant; a repeated registration finds the same device. @throws `sync.device-revoked` */
  async register(input: NewDevice): Promise<sql.DeviceRow> {
    const { actor } = currentContext();
    if (actor.grantId === null) throw problem('forbidden');
    const countyCode = countyCodeOf(actor.division);
    const id = uuidV7();
    const villageCode = padVillageCode(actor.division);
    const made = await this.db.query(sql.insertDevice, [countyCode, id, villageCode, actor.userId, actor.grantId, actor.name, actor.division, input.installationId, input.label ?? null]);
    if (made.length > 0) await this.db.query(sql.insertLine, [countyCode, id, villageCode, (input.firstSeq ?? 1) - 1, input.appVersion]);
    const device = await this.db.one<sql.DeviceRow>(sql.findInstallation, [countyCode, actor.grantId, input.installationId]);
    if (device.revoked_at !== null) throw problem('sync.device-revoked', { wipe: true });
    if (input.signingKey !== undefined) await this.db.query(insertKey, [countyCode, uuidV7(), villageCode, device.id, keyIdOf(input.signingKey), input.signingKey]);
    return device;
  }

  mine(): Promise<sql.DeviceRow[]> {
    return this.db.query<sql.DeviceRow>(sql.myDevices);
  }

  /** A device of the actor that may speak. @throws `sync.device-unknown`, `sync.device-revoked`, `sync.other-grant` */
  async speaking(id: CaseId): Promise<sql.DeviceRow> {
    const { actor } = currentContext();
    const device = await this.db.maybeOne<sql.DeviceRow>(sql.findDevice, [id.countyCode, id.id]);
    if (!device || device.user_id !== actor.userId) throw problem('sync.device-unknown');
    if (device.revoked_at !== null) throw problem('sync.device-revoked', { wipe: true });
    if (device.grant_id !== actor.grantId) throw problem('sync.other-grant');
    return device;
  }

  /** Ends a device: my own, or (`anyone`) one of the territory. What it still sends is kept apart. @throws `not-found` */
  async revoke(id: CaseId, { reason, anyone }: { reason: string; anyone: boolean }): Promise<sql.DeviceRow> {
    const { actor } = currentContext();
    const device = await this.db.maybeOne<sql.DeviceRow>(sql.findDevice, [id.countyCode, id.id]);
    if (!device || (!anyone && device.user_id !== actor.userId)) throw problem('not-found');
    await this.db.query(sql.revokeDevice, [id.countyCode, id.id, actor.userId, reason]);
    return this.db.one<sql.DeviceRow>(sql.findDevice, [id.countyCode, id.id]);
  }
}
