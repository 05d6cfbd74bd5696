import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { HouseholdsModule } from '#households';

/** Work teams, helper pairings, visits, tasks, risk clues and the files that belong to them. */
@Module({ imports: [DivisionsModule, HouseholdsModule] })
export class TeamsModule {}
