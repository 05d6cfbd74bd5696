import { Module, type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { loggerOptions, PlatformModule, type Env } from '#platform';
import { featureEntities, featureModules } from './features.js';

/** The application: platform and slices, nothing else. The worker and the command line run the same module without HTTP. */
@Module({})
export class AppModule {
  static forRoot(env: Env): DynamicModule {
    return { module: AppModule, imports: [LoggerModule.forRoot(loggerOptions(env)), PlatformModule.forRoot(env, featureEntities), ...featureModules] };
  }
}
