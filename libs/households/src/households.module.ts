import { Module } from '@nestjs/common';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { EpisodeService } from './episode/episode.service.js';
import { EventController } from './event/event.controller.js';
import { EventService } from './event/event.service.js';
import { HouseholdLinks } from './event/household-links.js';
import { HouseholdMoves } from './event/household-moves.js';
import { MemberCarrier } from './event/member-carrier.js';
import { MergeHouseholds } from './event/merge.service.js';
import { MoveVillage } from './event/move-village.service.js';
import { PersonEvents } from './event/person-events.service.js';
import { SplitHousehold } from './event/split.service.js';
import { TransferHousehold } from './event/transfer.service.js';
import { HistoryController } from './history/history.controller.js';
import { HistoryReader } from './history/history-reader.js';
import { StateReader } from './history/state-reader.js';
import { HouseholdController } from './household/household.controller.js';
import { HouseholdLock } from './household/household-lock.js';
import { HouseholdReader } from './household/household-reader.js';
import { HouseholdService } from './household/household.service.js';
import { HouseholdList } from './list/household-list.js';
import { HouseholdListController } from './list/list.controller.js';
import { MemberService } from './member/member.service.js';
import { FieldWriter } from './store/field-writer.js';
import { IdentityRegister } from './store/identity-register.js';
import { RowStore } from './store/row-store.js';
import { DialController } from './unmask/dial.controller.js';
import { UnmaskController } from './unmask/unmask.controller.js';
import { UnmaskService } from './unmask/unmask.service.js';
import { HouseholdYearService } from './year/household-year.service.js';
import { MemberYearWriter } from './year/member-year-writer.js';
import { YearController } from './year/year.controller.js';
import { YearReader } from './year/year-reader.js';

const internal = [HouseholdLock, RowStore, MemberService, MemberYearWriter, YearReader, UnmaskService, StateReader];
const life = [HouseholdLinks, MemberCarrier, PersonEvents, MoveVillage, SplitHousehold, MergeHouseholds, TransferHousehold];
const open = [HouseholdService, HouseholdReader, HouseholdList, HouseholdYearService, EpisodeService, FieldWriter, IdentityRegister, EventService, HouseholdMoves, HistoryReader];

@Module({
  controllers: [HouseholdListController, HouseholdController, YearController, EventController, HistoryController, UnmaskController, DialController, CatalogueController],
  providers: [...internal, ...life, ...open],
  exports: open,
})
export class HouseholdsModule {}
