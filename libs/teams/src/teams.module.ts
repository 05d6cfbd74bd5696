import { Module, type OnModuleInit } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { HouseholdsModule } from '#households';
import { registerConstraints } from '#platform';
import { ClueService } from './clue/clue.service.js';
import { TaskService } from './task/task.service.js';
import { FieldWorkMoves } from './visit/moving-households.js';
import { VisitService } from './visit/visit.service.js';

/** Work teams, helper pairings, visits, tasks, risk clues and the files that belong to them. */
@Module({
  imports: [DivisionsModule, HouseholdsModule],
  providers: [VisitService, TaskService, ClueService, FieldWorkMoves],
  exports: [VisitService, TaskService, ClueService],
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
