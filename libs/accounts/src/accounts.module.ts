import { Module } from '@nestjs/common';
import { AccountsController, GrantsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { LoginService } from './login.service.js';
import { PasswordGuard, PasswordStrategy } from './password.strategy.js';
import { Passwords } from './passwords.js';
import { SessionStrategy } from './session.strategy.js';
import { SessionsController } from './sessions.controller.js';

@Module({
  controllers: [SessionsController, AccountsController, GrantsController],
  providers: [Passwords, LoginService, AccountsService, SessionStrategy, PasswordStrategy, PasswordGuard],
  exports: [AccountsService],
})
export class AccountsModule {}
