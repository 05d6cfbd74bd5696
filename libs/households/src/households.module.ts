import { Module } from '@nestjs/common';
import { EpisodeService } from './episode/episode.service.js';
import { HouseholdController } from './household/household.controller.js';
import { HouseholdLock } from './household/household-lock.js';
import { HouseholdReader } from './household/household-reader.js';
import { HouseholdService } from './household/household.service.js';
import { MemberService } from './member/member.service.js';
import { FieldWriter } from './store/field-writer.js';
import { IdentityRegister } from './store/identity-register.js';
import { RowStore } from './store/row-store.js';

const internal = [HouseholdLock, RowStore, MemberService];
const open = [HouseholdService, HouseholdReader, EpisodeService, FieldWriter, IdentityRegister];

@Module({
  controllers: [HouseholdController],
  providers: [...internal, ...open],
  exports: open,
})
export class HouseholdsModule {}
