import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { careRegisterPattern, Permission } from '#domain';
import { Allow, CurrentActor, type Actor } from '#platform';
import { CareEntryPage, CareEntryQuery, CareEntryResponse, CareSummaryQuery, CareSummaryResponse } from '../entries/entries.dto.js';
import { CareEntries } from '../entries/entries.service.js';
import { CareRegisterReader } from './register-reader.js';
import { CareRegisterResponse } from './registers.dto.js';

export class CareRegisterParams {
  @ApiProperty({ pattern: careRegisterPattern.source, example: 'left_behind_child' })
  @Matches(careRegisterPattern)
  code!: string;
}

@ApiTags('care')
@Controller('care-registers')
export class CareRegistersController {
  constructor(
    private readonly registers: CareRegisterReader,
    private readonly entries: CareEntries,
  ) {}

  @Get()
  @Allow(Permission.CareRead)
  @ApiOperation({ operationId: 'listCareRegisters', summary: 'Care registers in force, each with its definition as a sentence, its source and its duty' })
  @ApiOkResponse({ type: [CareRegisterResponse] })
  async list(@CurrentActor() actor: Actor): Promise<CareRegisterResponse[]> {
    const place = actor.scope ?? actor.division;
    const rows = await this.registers.inForce();
    const ages = await this.registers.ages(place);
    const duties = await this.registers.duties(rows.map(({ code }) => code), place);
    return rows.map((row) => CareRegisterResponse.from(row, duties.get(row.code), ages));
  }

  @Get('summary')
  @Allow(Permission.CareRead)
  @ApiOperation({ operationId: 'summariseCareRegisters', summary: 'People on each register by child division, with those to be checked, overdue contacts, entries and leavers' })
  @ApiOkResponse({ type: CareSummaryResponse })
  @ApiNotFoundResponse()
  async summary(@Query() query: CareSummaryQuery): Promise<CareSummaryResponse> {
    return CareSummaryResponse.from(await this.entries.summary(query.division, query.since));
  }

  @Get(':code/entries')
  @Allow(Permission.CareRead)
  @ApiOperation({ operationId: 'listCareEntries', summary: 'People on a register, page by page' })
  @ApiOkResponse({ type: CareEntryPage })
  @ApiNotFoundResponse()
  async page(@Param() { code }: CareRegisterParams, @Query() { due, ...query }: CareEntryQuery): Promise<CareEntryPage> {
    const { items, nextCursor } = await this.entries.page(code, { ...query, overdue: due });
    return { items: items.map((entry) => CareEntryResponse.from(entry)), nextCursor };
  }
}
