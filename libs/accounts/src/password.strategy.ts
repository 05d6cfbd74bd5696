import { Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { problem } from '#domain';
import type { HttpRequest } from '#platform';
import { LoginService, type SignedIn } from './login.service.js';

/** Passport strategy `password`: name and password of the body → an opened session. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly login: LoginService) {
    super({ passReqToCallback: true });
  }

  validate(request: HttpRequest & { body?: { grantId?: unknown } }, username: string, password: string): Promise<SignedIn> {
    const grantId = request.body?.grantId;
    if (username.length > 64 || password.length > 128) throw problem('bad-credentials');
    return this.login.signIn(username, password, request.ip ?? 'unknown', typeof grantId === 'string' ? grantId : undefined);
  }
}

@Injectable()
export class PasswordGuard extends AuthGuard('password') {
  override handleRequest<T = SignedIn>(error: unknown, result: T | false): T {
    if (error) throw error;
    if (!result) throw problem('bad-credentials');
    return result;
  }
}
