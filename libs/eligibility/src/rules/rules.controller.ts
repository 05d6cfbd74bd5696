import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Permission } from '#domain';
import { Allow } from '#platform';
import { RulePublisher } from './rule-publisher.service.js';
import { RuleReader } from './rule-reader.js';
import { PublishRuleRequest, RuleParams, RuleVersionResponse } from './rules.dto.js';

@ApiTags('rules')
@Controller('rules')
export class RulesController {
  constructor(
    private readonly rules: RuleReader,
    private readonly publisher: RulePublisher,
  ) {}

  @Get()
  @Allow(Permission.RuleRead)
  @ApiOperation({ operationId: 'listRules', summary: 'Newest version of every rule, with the rule as a sentence' })
  @ApiOkResponse({ type: [RuleVersionResponse] })
  async list(): Promise<RuleVersionResponse[]> {
    return (await this.rules.all()).map((row) => RuleVersionResponse.from(row));
  }

  @Get(':code/versions')
  @Allow(Permission.RuleRead)
  @ApiOperation({ operationId: 'listRuleVersions', summary: 'All versions of a rule, newest first' })
  @ApiOkResponse({ type: [RuleVersionResponse] })
  @ApiNotFoundResponse()
  async versions(@Param() { code }: RuleParams): Promise<RuleVersionResponse[]> {
    return (await this.rules.versions(code)).map((row) => RuleVersionResponse.from(row));
  }

  @Post(':code/versions')
  @Allow(Permission.RulePublish)
  @ApiOperation({ operationId: 'publishRule', summary: 'Publish a version: its examples must pass and its effect must have been simulated' })
  @ApiCreatedResponse({ type: RuleVersionResponse })
  @ApiConflictResponse()
  @ApiUnprocessableEntityResponse()
  async publish(@Param() { code }: RuleParams, @Body() body: PublishRuleRequest): Promise<RuleVersionResponse> {
    return RuleVersionResponse.from(await this.publisher.publish(code, body));
  }
}
