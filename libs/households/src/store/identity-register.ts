import { Injectable } from '@nestjs/common';
import { formatCaseId, problem } from '#domain';
import { Db } from '#platform';
import * as sql from './identity.queries.js';

export interface IdentityClaim {
  readonly idHash: string;
  readonly countyCode: string;
  readonly villageCode: string;
  readonly householdId: string;
  readonly memberId: string;
  /** Name as typed in the request, to say whose number is taken. */
  readonly name: string;
}

export interface IdentityMove {
  readonly from: { readonly countyCode: string; readonly memberId: string };
  readonly to: { readonly countyCode: string; readonly villageCode: string; readonly householdId: string; readonly memberId: string };
}

/** Region-wide: one person, one active registration. */
@Injectable()
export class IdentityRegister {
  constructor(private readonly db: Db) {}

  /**
   * Enters persons. Throws `member.id-number-registered` when one is registered anywhere in the region; the other household
   * is named only where the reader's territory shows it.
   */
  async claim(claims: readonly IdentityClaim[]): Promise<void> {
    if (claims.length === 0) return;
    if (new Set(claims.map((claim) => claim.idHash)).size < claims.length) throw problem('member.id-number-repeated');
    const rows = claims.map(({ idHash, countyCode, villageCode, householdId, memberId }) => ({
      id_hash: idHash, county_code: countyCode, village_code: villageCode, household_id: householdId, member_id: memberId,
    }));
    const entered = await this.db.query<{ id_hash: string }>(sql.claimIdentities, [JSON.stringify(rows)]);
    const taken = claims.filter((claim) => !entered.some((row) => row.id_hash === claim.idHash));
    if (taken.length > 0) throw await this.refusal(taken);
  }

  /** Strikes persons who left by death, marriage or removal, so that they can be registered elsewhere. */
  async release(countyCode: string, memberIds: readonly string[]): Promise<void> {
    if (memberIds.length > 0) await this.db.query(sql.releaseIdentities, [countyCode, memberIds]);
  }

  /** Carries persons over to their new rows. */
  async move(moves: readonly IdentityMove[]): Promise<void> {
    if (moves.length === 0) return;
    const rows = moves.map(({ from, to }) => ({
      county_code: from.countyCode, member_id: from.memberId,
      to_county: to.countyCode, to_village: to.villageCode, to_household: to.householdId, to_member: to.memberId,
    }));
    await this.db.query(sql.moveIdentities, [JSON.stringify(rows)]);
  }

  private async refusal(taken: readonly IdentityClaim[]) {
    const owners = await this.db.query<sql.OwnerRow>(sql.visibleOwners, [taken.map((claim) => claim.idHash)]);
    const members = taken.map((claim) => {
      const owner = owners.find((row) => row.id_hash === claim.idHash);
      return {
        name: claim.name,
        registeredIn: owner ? { householdId: formatCaseId(owner.county_code, owner.id), villageCode: owner.village_code, headName: owner.head_name, name: owner.member_name } : null,
      };
    });
    return problem('member.id-number-registered', { members });
  }
}
