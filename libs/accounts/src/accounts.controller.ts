import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '#domain';
import { Allow, Db, decodeCursor, toPage } from '#platform';
import { AccountListQuery, AccountPage, AccountResponse, ChangeAccountRequest, CreateAccountRequest, CreateGrantRequest, CreatedResponse, IdParams } from './accounts.dto.js';
import { listAccounts, type AccountRow } from './accounts.queries.js';
import { AccountsService } from './accounts.service.js';

@ApiTags('accounts')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly db: Db,
    private readonly accounts: AccountsService,
  ) {}

  @Get()
  @Allow(Permission.AccountRead)
  @ApiOperation({ operationId: 'listAccounts', summary: 'Users with their grants' })
  @ApiOkResponse({ type: AccountPage })
  async list(@Query() query: AccountListQuery): Promise<AccountPage> {
    const after = decodeCursor(query.cursor, ['string'])?.[0] ?? '';
    const rows = await this.db.query<AccountRow>(listAccounts, [after, query.q ?? null, query.limit + 1]);
    return toPage(rows, query.limit, (row) => [row.username], (row) => AccountResponse.from(row));
  }

  @Post()
  @Allow(Permission.AccountManage)
  @ApiOperation({ operationId: 'createAccount', summary: 'Create a user' })
  @ApiCreatedResponse({ type: CreatedResponse })
  async create(@Body() body: CreateAccountRequest): Promise<CreatedResponse> {
    return { id: (await this.accounts.create(body)).id };
  }

  @Patch(':id')
  @Allow(Permission.AccountManage)
  @HttpCode(204)
  @ApiOperation({ operationId: 'changeAccount', summary: 'Disable, enable, or set a password; ends all sessions' })
  @ApiNoContentResponse()
  async change(@Param() params: IdParams, @Body() body: ChangeAccountRequest): Promise<void> {
    await this.accounts.change(params.id, body);
  }

  @Post(':id/grants')
  @Allow(Permission.GrantManage)
  @ApiOperation({ operationId: 'createGrant', summary: 'Grant a role for a division' })
  @ApiCreatedResponse({ type: CreatedResponse })
  async grant(@Param() params: IdParams, @Body() body: CreateGrantRequest): Promise<CreatedResponse> {
    return { id: (await this.accounts.grant({ ...body, userId: params.id })).id };
  }

  @Delete(':id/sessions')
  @Allow(Permission.SessionManage)
  @HttpCode(204)
  @ApiOperation({ operationId: 'endSessions', summary: 'End all sessions of a user' })
  @ApiNoContentResponse()
  endSessions(@Param() params: IdParams): Promise<void> {
    return this.accounts.endSessions(params.id);
  }
}

@ApiTags('accounts')
@Controller('grants')
export class GrantsController {
  constructor(private readonly accounts: AccountsService) {}

  @Delete(':id')
  @Allow(Permission.GrantManage)
  @HttpCode(204)
  @ApiOperation({ operationId: 'revokeGrant', summary: 'Take a grant back' })
  @ApiNoContentResponse()
  revoke(@Param() params: IdParams): Promise<void> {
    return this.accounts.revoke(params.id);
  }
}
