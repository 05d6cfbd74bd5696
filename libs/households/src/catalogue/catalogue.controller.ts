import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { lifeEventKinds, lifeEvents } from '#domain';
import { AllowSignedIn, OwnTransaction } from '#platform';
import { unmaskPurposes } from '../unmask/purposes.js';
import { allFields, allLists, CodesResponse, FieldsResponse } from './catalogue.dto.js';

/** Changes only with a release, so that a page may keep it for an hour. */
const CACHE = 'private, max-age=3600';

@ApiTags('catalogue')
@Controller()
export class CatalogueController {
  @Get('codes')
  @OwnTransaction()
  @AllowSignedIn()
  @Header('cache-control', CACHE)
  @ApiOperation({ summary: 'Code lists with Chinese and English names' })
  @ApiOkResponse({ type: CodesResponse })
  codes(): CodesResponse {
    const events = lifeEventKinds.map((code) => ({ code, zh: lifeEvents[code].zh, en: lifeEvents[code].en }));
    return { lists: allLists, unmaskPurposes: unmaskPurposes.map((purpose) => ({ ...purpose })), lifeEvents: events };
  }

  @Get('fields')
  @OwnTransaction()
  @AllowSignedIn()
  @Header('cache-control', CACHE)
  @ApiOperation({ summary: 'Fields of households, persons and their years' })
  @ApiOkResponse({ type: FieldsResponse })
  fields(): FieldsResponse {
    return { fields: allFields };
  }
}
