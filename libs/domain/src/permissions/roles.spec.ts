import { Permission, allPermissions } from './permissions.js';
import { holds, isRole, mayBeGrantedAt, roleTable, roles, rolesThatUnmask } from './roles.js';

const administrators = ['system_admin', 'security_admin', 'audit_admin'] as const;
const caseData = [Permission.HouseholdRead, Permission.HouseholdWrite, Permission.CaseRead, Permission.VerdictRead, Permission.ReportRead, Permission.DossierRead,
  Permission.HistoryRead, Permission.ExportRun, Permission.HouseholdUnmask];

describe('permissions', () => {
  it('has unique names, each held by at least one role', () => {
    expect(new Set(allPermissions).size).toBe(allPermissions.length);
    expect(allPermissions.filter((permission) => !roles.some((role) => holds(role, permission)))).toEqual([]);
  });

  it.each(roles)('%s holds each verb once and has a name in both languages', (role) => {
    const { permissions, zh, en, grantLevels } = roleTable[role];
    expect(new Set(permissions).size).toBe(permissions.length);
    expect(zh).toMatch(/[一-鿿]/);
    expect(en).not.toBe('');
    expect(grantLevels.length).toBeGreaterThan(0);
  });

  it.each(administrators)('%s reads no case data', (role) => {
    expect(caseData.filter((permission) => holds(role, permission))).toEqual([]);
  });

  it('gives accounts, grants and the audit log to three different administrators', () => {
    const holders = (permission: Permission) => administrators.filter((role) => holds(role, permission));
    expect(holders(Permission.AccountManage)).toEqual(['system_admin']);
    expect(holders(Permission.GrantManage)).toEqual(['security_admin']);
    expect(holders(Permission.AuditRead)).toEqual(['audit_admin']);
  });

  it('lets the inspector read in scope and write only inspection', () => {
    const writes = ['household.write', 'household.transfer', 'import.run', 'case.start', 'case.submit', 'case.decide', 'notice.publish', 'objection.settle',
      'parameter.write', 'rule.publish', 'village_year.write', 'county_year.write', 'recalculation.run', 'grant.manage'] as const;
    expect(writes.filter((permission) => holds('inspector', permission))).toEqual([]);
    expect(holds('inspector', 'finding.write')).toBe(true);
    expect([holds('inspector', 'sync.use'), holds('inspector', 'sync.pack'), holds('inspector', 'sync.monitor')]).toEqual([true, false, false]);
    expect(holds('inspector', 'household.read')).toBe(true);
  });

  it('lets nobody both start a household case and decide it, except that nobody in the county does', () => {
    const county = roles.filter((role) => roleTable[role].grantLevels.includes('county') && holds(role, 'case.decide'));
    expect(county).toEqual(['county_approver']);
    expect(holds('county_approver', 'household.write')).toBe(false);
    expect(holds('county_officer', 'case.decide')).toBe(false);
  });

  it('gives each review to one level only', () => {
    const levels = { village: 'village_clerk', township: 'township_officer', county: 'county_officer', prefecture: 'prefecture_officer', region: 'region_officer' } as const;
    for (const [level, role] of Object.entries(levels)) {
      expect(roles.filter((other) => holds(other, `case.review.${level}` as Permission))).toEqual([role]);
    }
  });

  it('gives a number to call to those who carry a village on their phone, and to nobody else', () => {
    expect(roles.filter((role) => holds(role, Permission.HouseholdDial))).toEqual(roles.filter((role) => holds(role, Permission.SyncPack)));
  });

  it('lets a village team neither unmask nor grant', () => {
    expect(rolesThatUnmask()).toEqual(['township_officer', 'county_officer', 'county_approver', 'prefecture_officer', 'region_officer', 'inspector']);
    expect(mayBeGrantedAt('team_member', 'village')).toBe(true);
    expect(mayBeGrantedAt('team_member', 'county')).toBe(false);
    expect(mayBeGrantedAt('region_officer', 'county')).toBe(false);
  });

  it('gives an unknown role nothing and the system everything', () => {
    expect(isRole('root')).toBe(false);
    expect(isRole('constructor')).toBe(false);
    expect(allPermissions.some((permission) => holds('root', permission))).toBe(false);
    expect(allPermissions.every((permission) => holds('system', permission))).toBe(true);
  });
});
