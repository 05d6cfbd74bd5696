import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, LogRead } from '#platform';
import type { FileDocument } from './file-document.js';
import { filePage } from './file-page.js';
import { CareFileResponse, ClearFileRequest, FileQuery, VillageFileParams, type FileFormat } from './files.dto.js';
import { HouseholdFile } from './household-file.js';
import { VillageFile } from './village-file.js';

@ApiTags('care')
@Controller()
export class CareFilesController {
  constructor(
    private readonly households: HouseholdFile,
    private readonly villages: VillageFile,
  ) {}

  @Get('households/:id/file')
  @Allow(Permission.HouseholdRead)
  @LogRead('household.file')
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'readHouseholdFile', summary: 'Household file (户情档案), masked; as JSON or as a page to print' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: CareFileResponse })
  @ApiNotFoundResponse()
  async household(@Param('id', CaseIdPipe) id: CaseId, @Query() { format }: FileQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<FileDocument | string> {
    return answer(await this.households.read(id), format, reply);
  }

  @Post('households/:id/file/unmasked')
  @HttpCode(200)
  @Allow(Permission.HouseholdUnmask)
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'readHouseholdFileInClear', summary: 'Household file with clear numbers, for a stated purpose; recorded' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: CareFileResponse })
  @ApiNotFoundResponse()
  @ApiUnprocessableEntityResponse()
  async clear(@Param('id', CaseIdPipe) id: CaseId, @Body() { format, ...purpose }: ClearFileRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<FileDocument | string> {
    return answer(await this.households.read(id, purpose), format, reply);
  }

  @Get('villages/:code/file')
  @Allow(Permission.VillageYearRead)
  @ApiOperation({ operationId: 'readVillageFile', summary: 'Village file (村情档案), as JSON or as a page to print' })
  @ApiOkResponse({ type: CareFileResponse })
  @ApiNotFoundResponse()
  async village(@Param() { code }: VillageFileParams, @Query() { format }: FileQuery, @Res({ passthrough: true }) reply: FastifyReply): Promise<FileDocument | string> {
    return answer(await this.villages.read(code), format, reply);
  }
}

function answer(file: FileDocument, format: FileFormat, reply: FastifyReply): FileDocument | string {
  if (format === 'json') return file;
  void reply.type('text/html; charset=utf-8');
  return filePage(file);
}
