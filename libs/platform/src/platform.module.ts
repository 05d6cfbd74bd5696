import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { AccessLog } from './audit/access-log.js';
import { AuditAnchorService } from './audit/audit-anchor.service.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditSealer } from './audit/audit-sealer.js';
import { PermissionGuard } from './auth/permission.guard.js';
import { RouteLaw } from './auth/route-law.js';
import { SessionGuard } from './auth/session.guard.js';
import { Sessions } from './auth/sessions.js';
import { ClockController } from './clock/clock.controller.js';
import { ENV, type Env } from './config/env.js';
import { CryptoProvider } from './crypto/crypto-provider.js';
import { SealKeys } from './crypto/seal-keys.js';
import { CommitHooks } from './db/commit-hooks.js';
import { dataSourceOptions } from './db/data-source.js';
import { Connections } from './db/connections.js';
import { Db } from './db/db.service.js';
import { Replica } from './db/replica.js';
import { TransactionInterceptor } from './db/transaction.interceptor.js';
import { FileInspector } from './files/file-inspector.js';
import { FileStore } from './files/file-store.js';
import { PingController } from './health/ping.controller.js';
import { HealthController } from './health/health.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { validationPipe } from './http/validation.pipe.js';
import { PdfPrinter } from './pdf/pdf-printer.js';
import { SheetInterceptor } from './pdf/sheet.interceptor.js';
import { JobQueue } from './queue/job-queue.js';
import { JobRunner } from './queue/job-runner.js';
import { JobSchedules } from './queue/job-schedules.js';

const services = [
  Connections, Replica, Db, Sessions, CommitHooks, CryptoProvider, SealKeys, AccessLog, AuditSealer, AuditAnchorService, FileInspector, FileStore, JobQueue, JobSchedules, JobRunner, PdfPrinter, RouteLaw,
];

/** What every process shares. Guards, transaction, validation and error format are global: a feature cannot forget them. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(env: Env, entities: NonNullable<DataSourceOptions['entities']>): DynamicModule {
    return {
      module: PlatformModule,
      imports: [TypeOrmModule.forRoot({ ...dataSourceOptions(env, entities), retryAttempts: 20, retryDelay: 500 }), DiscoveryModule, PassportModule],
      controllers: [HealthController, PingController, AuditController, ClockController],
      providers: [
        { provide: ENV, useValue: env },
        ...services,
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_GUARD, useClass: PermissionGuard },
        // Outside the transaction: a sheet becomes PDF when the database has been left.
        { provide: APP_INTERCEPTOR, useClass: SheetInterceptor },
        { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
      ],
      exports: [ENV, ...services],
    };
  }
}
