import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '#domain';
import { Allow } from '#platform';
import { ChecklistFileRequest, ChecklistFileResponse, ChecklistVillageParams, ChecklistYearQuery } from './checklist-files.dto.js';
import { ChecklistFiles } from './checklist-files.js';

@ApiTags('village-years')
@Controller('villages/:code/checklist-files')
export class ChecklistFilesController {
  constructor(private readonly files: ChecklistFiles) {}

  @Get()
  @Allow(Permission.VillageYearRead)
  @ApiOperation({ operationId: 'listChecklistFiles', summary: 'Files beside the rows of what is ticked off for the exit of a village' })
  @ApiOkResponse({ type: [ChecklistFileResponse] })
  @ApiNotFoundResponse()
  async list(@Param() { code }: ChecklistVillageParams, @Query() { year }: ChecklistYearQuery): Promise<ChecklistFileResponse[]> {
    return (await this.files.of(code, year)).map((row) => ChecklistFileResponse.from(row));
  }

  @Post()
  @Allow(Permission.VillageYearWrite)
  @ApiOperation({ operationId: 'addChecklistFile', summary: 'Put an uploaded file beside a row, until the exit is decided' })
  @ApiCreatedResponse({ type: [ChecklistFileResponse] })
  @ApiConflictResponse()
  @ApiNotFoundResponse()
  async add(@Param() { code }: ChecklistVillageParams, @Body() body: ChecklistFileRequest): Promise<ChecklistFileResponse[]> {
    return (await this.files.add(code, body)).map((row) => ChecklistFileResponse.from(row));
  }
}
