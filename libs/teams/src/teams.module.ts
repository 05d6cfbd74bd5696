import { Module, type OnModuleInit } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { HouseholdsModule } from '#households';
import { registerConstraints } from '#platform';
import { AttachmentsModule } from './attachments/attachments.module.js';
import { ClueReader } from './clue/clue-reader.js';
import { ClueService } from './clue/clue.service.js';
import { CluesController } from './clue/clues.controller.js';
import { TaskPlace } from './task/task-place.js';
import { TaskReader } from './task/task-reader.js';
import { TaskService } from './task/task.service.js';
import { TasksController } from './task/tasks.controller.js';
import { FieldWorkMoves } from './visit/moving-households.js';
import { VisitReader } from './visit/visit-reader.js';
import { VisitService } from './visit/visit.service.js';
import { VisitsController } from './visit/visits.controller.js';

const internal = [TaskPlace, FieldWorkMoves];
const open = [VisitService, VisitReader, TaskService, TaskReader, ClueService, ClueReader];

/** Work teams, helper pairings, visits, tasks, risk clues and the files that belong to them. */
@Module({
  imports: [DivisionsModule, HouseholdsModule, AttachmentsModule],
  controllers: [VisitsController, TasksController, CluesController],
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
