import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiForbiddenResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe } from '#platform';
import { SampleIssue } from './sample-issue.service.js';
import { SampleCloseRequest, SampleIssueRequest, SampleReasonRequest, SampleReplacementRequest } from './samples.dto.js';
import { SampleInspector, SampleInspectorList, SampleReplacementResponse, SampleResponse } from './samples.responses.js';

@ApiTags('samples')
@Controller('samples/:id')
export class SampleIssueController {
  constructor(private readonly issuing: SampleIssue) {}

  @Get('inspectors')
  @Allow(Permission.SampleDraw)
  @ApiOperation({ operationId: 'listSampleInspectors', summary: 'Inspectors to whom units of the sample can be given' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SampleInspectorList })
  @ApiNotFoundResponse() @ApiForbiddenResponse()
  async inspectors(@Param('id', CaseIdPipe) id: CaseId): Promise<SampleInspectorList> {
    return { items: (await this.issuing.inspectors(id)).map((row) => SampleInspector.from(row)) };
  }

  @Post('seal')
  @HttpCode(200)
  @Allow(Permission.SampleDraw)
  @ApiOperation({ operationId: 'sealSample', summary: 'Seal the list' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SampleResponse })
  @ApiNotFoundResponse() @ApiForbiddenResponse() @ApiConflictResponse()
  async seal(@Param('id', CaseIdPipe) id: CaseId): Promise<SampleResponse> {
    return SampleResponse.from(await this.issuing.seal(id));
  }

  @Post('unseal')
  @HttpCode(200)
  @Allow(Permission.SampleDraw)
  @ApiOperation({ operationId: 'unsealSample', summary: 'Open the seal before issue, with a reason' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SampleResponse })
  @ApiNotFoundResponse() @ApiForbiddenResponse() @ApiConflictResponse() @ApiUnprocessableEntityResponse()
  async unseal(@Param('id', CaseIdPipe) id: CaseId, @Body() { reason }: SampleReasonRequest): Promise<SampleResponse> {
    return SampleResponse.from(await this.issuing.unseal(id, reason));
  }

  @Post('issue')
  @HttpCode(200)
  @Allow(Permission.SampleDraw)
  @ApiOperation({ operationId: 'issueSample', summary: 'Give every unit to an inspector; each sees the own ones from the opening on' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SampleResponse })
  @ApiNotFoundResponse() @ApiForbiddenResponse() @ApiConflictResponse() @ApiUnprocessableEntityResponse()
  async issue(@Param('id', CaseIdPipe) id: CaseId, @Body() body: SampleIssueRequest): Promise<SampleResponse> {
    return SampleResponse.from(await this.issuing.issue(id, body.assignments, new Date(body.opensAt)));
  }

  @Post('replacements')
  @Allow(Permission.SampleDraw)
  @ApiOperation({ operationId: 'replaceSampleUnit', summary: 'The next reserve of the same stratum for a household that was given up; nobody chooses which' })
  @ApiParam({ name: 'id', type: String })
  @ApiCreatedResponse({ type: SampleReplacementResponse })
  @ApiNotFoundResponse() @ApiForbiddenResponse() @ApiConflictResponse() @ApiUnprocessableEntityResponse()
  replace(@Param('id', CaseIdPipe) id: CaseId, @Body() { ordinal, assigneeId }: SampleReplacementRequest): Promise<SampleReplacementResponse> {
    return this.issuing.replace(id, ordinal, assigneeId);
  }

  @Post('close')
  @HttpCode(200)
  @Allow(Permission.SampleDraw)
  @ApiOperation({ operationId: 'closeSample', summary: 'End the sample: its results stand, and seed and list are shown to the inspectors of the territory' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: SampleResponse })
  @ApiNotFoundResponse() @ApiForbiddenResponse() @ApiConflictResponse() @ApiUnprocessableEntityResponse()
  async close(@Param('id', CaseIdPipe) id: CaseId, @Body() { reason }: SampleCloseRequest): Promise<SampleResponse> {
    return SampleResponse.from(await this.issuing.close(id, reason));
  }
}
