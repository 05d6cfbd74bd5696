import type { Role } from '#domain';

export interface DemoAccount {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly division: string;
  readonly divisionName: string;
  readonly password: string;
  /** Printed at start: one per role. The others exist because no person may fill two steps of a case. */
  readonly shown: boolean;
  /** Further divisions in which the same person holds the same role. */
  readonly also?: readonly string[];
}

/** Only the trial has these accounts; production refuses the demo seed. */
const PASSWORD = 'Caoyuan-2026';
const VILLAGE = '150125100201';
const VILLAGE_NAME = '武川县 可可以力更镇 福如东村民委员会';

/** Other villages of the same township. */
const OTHER_VILLAGES = ['150125100202', '150125100203', '150125100204', '150125100205', '150125100206', '150125100207', '150125100208'];

const account = (username: string, name: string, role: Role, division: string, divisionName: string, shown: boolean, also?: readonly string[]): DemoAccount => ({
  username, name, role, division, divisionName, password: PASSWORD, shown, also,
});

/** Invented people. */
export const demoAccounts: readonly DemoAccount[] = [
  account('team', '演示队员甲', 'team_member', VILLAGE, VILLAGE_NAME, true),
  account('team2', '演示队员乙', 'team_member', VILLAGE, VILLAGE_NAME, false),
  account('clerk', '演示村干部甲', 'village_clerk', VILLAGE, VILLAGE_NAME, true),
  account('clerk2', '演示村干部乙', 'village_clerk', VILLAGE, VILLAGE_NAME, false),
  account('clerk3', '演示村干部丙', 'village_clerk', VILLAGE, VILLAGE_NAME, false),
  account('clerk4', '演示包片村干部', 'village_clerk', '150125100202', '武川县 可可以力更镇', false, OTHER_VILLAGES.slice(1)),
  account('township', '演示乡镇干部甲', 'township_officer', '150125100', '武川县 可可以力更镇', true),
  account('township2', '演示乡镇干部乙', 'township_officer', '150125100', '武川县 可可以力更镇', false),
  account('township3', '演示乡镇干部丙', 'township_officer', '150125100', '武川县 可可以力更镇', false),
  account('county', '演示旗县经办甲', 'county_officer', '150125', '呼和浩特市 武川县', true),
  account('county2', '演示旗县经办乙', 'county_officer', '150125', '呼和浩特市 武川县', false),
  account('county3', '演示邻县经办', 'county_officer', '150124', '呼和浩特市 清水河县', false),
  account('approver', '演示旗县审批甲', 'county_approver', '150125', '呼和浩特市 武川县', true),
  account('approver2', '演示旗县审批乙', 'county_approver', '150125', '呼和浩特市 武川县', false),
  account('prefecture', '演示盟市干部', 'prefecture_officer', '1501', '呼和浩特市', true),
  account('prefecture2', '演示盟市干部乙', 'prefecture_officer', '1501', '呼和浩特市', false),
  account('region', '演示自治区干部', 'region_officer', '15', '内蒙古自治区', true),
  account('region2', '演示自治区干部乙', 'region_officer', '15', '内蒙古自治区', false),
  account('region3', '演示自治区干部丙', 'region_officer', '15', '内蒙古自治区', false),
  account('region4', '演示自治区干部丁', 'region_officer', '15', '内蒙古自治区', false),
  account('inspector', '演示督查员', 'inspector', '15', '内蒙古自治区', true),
  account('sysadmin', '演示系统管理员', 'system_admin', '15', '内蒙古自治区', true),
  account('secadmin', '演示安全管理员', 'security_admin', '15', '内蒙古自治区', true),
  account('auditadmin', '演示安全审计员', 'audit_admin', '15', '内蒙古自治区', true),
];
