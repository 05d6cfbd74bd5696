import type { Type } from '@nestjs/common';
import { AccountsModule, AppUser, RoleGrant } from '#accounts';
import { CareModule } from '#care';
import { DivisionsModule } from '#divisions';
import { EligibilityModule } from '#eligibility';
import { ExitsModule } from '#exits';
import { ExportsModule, HouseholdsModule, ImportsModule } from '#households';
import { InspectionModule } from '#inspection';
import { MeasuresModule } from '#measures';
import { ProceduresModule } from '#procedures';
import { RegistrationModule } from '#registration';
import { SyncModule } from '#sync';
import { TeamsModule } from '#teams';

/** The slices, in the order in which one may read another. Every process is composed of the same list. */
export const featureModules: Type[] = [
  DivisionsModule, AccountsModule, HouseholdsModule, ImportsModule, ExportsModule, TeamsModule, MeasuresModule, EligibilityModule, CareModule, ProceduresModule,
  RegistrationModule, ExitsModule, SyncModule, InspectionModule,
];

/** Entities of all slices; a class that is not listed here is unknown to TypeORM. */
export const featureEntities = [AppUser, RoleGrant];
