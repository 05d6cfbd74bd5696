import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AllowSignedIn, CurrentActor, ENV, OwnTransaction, Public, type Actor, type Env, type HttpRequest } from '#platform';
import { readSessionCookie, sessionCookie } from './cookies.js';
import { LoginService, type SignedIn } from './login.service.js';
import { PasswordGuard } from './password.strategy.js';
import { MeResponse, SignInRequest, SwitchGrantRequest } from './sessions.dto.js';
import { csrfTokenOf } from './tokens.js';

interface Reply {
  header(name: string, value: string): Reply;
}

@ApiTags('sessions')
@Controller()
export class SessionsController {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly login: LoginService,
  ) {}

  @Post('sessions')
  @Public()
  @UseGuards(PasswordGuard)
  @ApiOperation({ operationId: 'signIn', summary: 'Sign in' })
  @ApiBody({ type: SignInRequest })
  @ApiCreatedResponse({ type: MeResponse })
  signIn(@Body() _body: SignInRequest, @Req() request: { user: SignedIn }, @Res({ passthrough: true }) reply: Reply): Promise<MeResponse> {
    return this.answer(request.user, reply);
  }

  @Post('sessions/current/grant')
  @AllowSignedIn()
  @OwnTransaction()
  @ApiOperation({ operationId: 'switchGrant', summary: 'Continue under another of my grants' })
  @ApiCreatedResponse({ type: MeResponse })
  async switchGrant(@Body() body: SwitchGrantRequest, @CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: Reply): Promise<MeResponse> {
    return this.answer(await this.login.switchGrant(actor, body.grantId), reply);
  }

  @Delete('sessions/current')
  @AllowSignedIn()
  @OwnTransaction()
  @HttpCode(204)
  @ApiOperation({ operationId: 'signOut', summary: 'Sign out' })
  @ApiNoContentResponse()
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: Reply): Promise<void> {
    await this.login.signOut(actor);
    reply.header('set-cookie', sessionCookie(this.env, ''));
  }

  @Get('me')
  @AllowSignedIn()
  @OwnTransaction()
  @ApiOperation({ operationId: 'me', summary: 'Who I am, what I may do, and the token for changes' })
  @ApiOkResponse({ type: MeResponse })
  async me(@CurrentActor() actor: Actor, @Req() request: HttpRequest): Promise<MeResponse> {
    const token = readSessionCookie(this.env, request.headers['cookie']) ?? '';
    return MeResponse.from(actor, await this.login.grants(actor.userId), csrfTokenOf(token));
  }

  private async answer(opened: SignedIn, reply: Reply): Promise<MeResponse> {
    reply.header('set-cookie', sessionCookie(this.env, opened.token));
    return MeResponse.from(opened.actor, await this.login.grants(opened.actor.userId), csrfTokenOf(opened.token));
  }
}
