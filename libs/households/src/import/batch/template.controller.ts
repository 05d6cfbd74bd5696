import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { layouts, Permission, problem, type LayoutId } from '#domain';
import { Allow } from '#platform';
import { fileResponse, XLSX_TYPE } from '../../export/files/file-response.js';
import { templateOf } from '../report/template.js';
import { TemplateQuery } from './import.dto.js';

const ids = [...new Set(layouts.map((layout) => layout.id))];

@ApiTags('imports')
@Controller('imports/templates')
export class TemplateController {
  @Get(':layout')
  @Allow(Permission.ImportRun)
  @ApiOperation({ summary: 'Empty workbook of a layout with its headings and drop-down lists' })
  @ApiParam({ name: 'layout', enum: ids })
  @ApiProduces(XLSX_TYPE)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  download(@Param('layout', { transform: knownLayout }) layout: LayoutId, @Query() query: TemplateQuery): StreamableFile {
    const { file, name } = templateOf(layout, query.sheet);
    return fileResponse(file, { name, format: 'xlsx' });
  }
}

function knownLayout(text: string): LayoutId {
  const found = ids.find((id) => id === text);
  if (!found) throw problem('not-found');
  return found;
}
