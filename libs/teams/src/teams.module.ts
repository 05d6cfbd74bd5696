import { Module, type OnModuleInit } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { HouseholdsModule } from '#households';
import { registerConstraints } from '#platform';
import { AttachmentsModule } from './attachments/attachments.module.js';
import { CluePauses } from './clue/clue-pauses.js';
import { ClueReader } from './clue/clue-reader.js';
import { ClueService } from './clue/clue.service.js';
import { CluesController } from './clue/clues.controller.js';
import { FieldWorkController } from './field-work/field-work.controller.js';
import { FieldWorkDesk } from './field-work/field-work-desk.js';
import { FieldWorkReader } from './field-work/field-work-reader.js';
import { HelperService } from './pairing/helper.service.js';
import { PairingService } from './pairing/pairing.service.js';
import { HelpersController, PairingsController } from './pairing/pairings.controller.js';
import { TaskPlace } from './task/task-place.js';
import { TaskReader } from './task/task-reader.js';
import { TaskService } from './task/task.service.js';
import { TasksController } from './task/tasks.controller.js';
import { TeamDaysService } from './team/team-days.service.js';
import { TeamReader } from './team/team-reader.js';
import { TeamService } from './team/team.service.js';
import { TeamsController } from './team/teams.controller.js';
import { FieldWorkMoves } from './visit/moving-households.js';
import { VisitReader } from './visit/visit-reader.js';
import { VisitService } from './visit/visit.service.js';
import { VisitsController } from './visit/visits.controller.js';

const internal = [TaskPlace, FieldWorkMoves, FieldWorkDesk];
const open = [VisitService, VisitReader, TaskService, TaskReader, ClueService, CluePauses, ClueReader, TeamService, TeamReader, TeamDaysService, HelperService, PairingService, FieldWorkReader];

/** Work teams, helper pairings, visits, tasks, risk clues and the files that belong to them. */
@Module({
  imports: [DivisionsModule, HouseholdsModule, AttachmentsModule],
  controllers: [VisitsController, TasksController, CluesController, TeamsController, PairingsController, HelpersController, FieldWorkController],
  providers: [...internal, ...open],
  exports: [AttachmentsModule, ...open],
})
export class TeamsModule implements OnModuleInit {
  onModuleInit(): void {
    registerConstraints({
      visit_immutable: 'visit.immutable',
      team_village_once: 'team.village-served',
      team_member_first_secretary: 'team.first-secretary',
      pairing_once: 'pairing.exists',
      task_other_eyes: 'task.own-work',
    });
  }
}
