import { applyDecorators } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiProduces, ApiPropertyOptional, ApiServiceUnavailableResponse } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { sheetFormats, type SheetFormat } from './printed-sheet.js';

export class SheetQuery {
  @ApiPropertyOptional({ enum: sheetFormats, default: 'html', description: 'A page that the browser prints, or PDF' })
  @IsOptional()
  @IsIn(sheetFormats)
  format?: SheetFormat;
}

/** What the routes of prints answer. */
export const ApiSheet = () =>
  applyDecorators(ApiProduces('text/html', 'application/pdf'), ApiOkResponse({ schema: { type: 'string' } }), ApiNotFoundResponse(), ApiServiceUnavailableResponse({ description: 'No Chromium on this server' }));
