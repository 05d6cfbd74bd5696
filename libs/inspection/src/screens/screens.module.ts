import { Module } from '@nestjs/common';
import { ScreenReader } from './screen-reader.js';

@Module({ providers: [ScreenReader], exports: [ScreenReader] })
export class ScreensModule {}
