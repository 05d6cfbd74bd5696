import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, LogRead } from '#platform';
import { CareEntryDetail, CareEntryResponse, ContactRequest, ContactResponse } from './entries.dto.js';
import { CareEntries } from './entries.service.js';

@ApiTags('care')
@Controller('care-entries')
export class CareEntriesController {
  constructor(private readonly entries: CareEntries) {}

  @Get(':id')
  @Allow(Permission.CareRead)
  @LogRead('care-entry.detail')
  @ApiOperation({ operationId: 'readCareEntry', summary: 'Somebody on a register, with the contacts so far' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: CareEntryDetail })
  @ApiNotFoundResponse()
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<CareEntryDetail> {
    const { entry, contacts } = await this.entries.entry(id);
    return { ...CareEntryResponse.from(entry), contacts: contacts.map((contact) => ContactResponse.from(contact)) };
  }

  @Post(':id/contacts')
  @Allow(Permission.CareWrite)
  @ApiOperation({ operationId: 'recordCareContact', summary: 'Record that somebody looked in: who, when, how, and what was found' })
  @ApiParam({ name: 'id', type: String })
  @ApiCreatedResponse({ type: ContactResponse })
  @ApiNotFoundResponse()
  @ApiConflictResponse()
  async contact(@Param('id', CaseIdPipe) id: CaseId, @Body() body: ContactRequest): Promise<ContactResponse> {
    return ContactResponse.from(await this.entries.contact(id, body));
  }
}
