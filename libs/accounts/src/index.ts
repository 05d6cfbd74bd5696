export { AccountsModule } from './accounts.module.js';
export { AccountsService } from './accounts.service.js';
export { AppUser } from './app-user.entity.js';
export { RoleGrant } from './role-grant.entity.js';
export { liveGrant, liveHolder } from './live-grant.js';
export { cookieName } from './cookies.js';
