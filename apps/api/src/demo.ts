import type { Role } from '../../../libs/law/src/index.js';
import { createAccount } from '../../../libs/people/src/index.js';
import { Refusal } from '../../../libs/platform/src/index.js';
import type { Tools } from './tools.js';

/**
 * An account or two for each role, so that somebody else can act where one must stay away; invented (演示); refused by a production system. Six inspectors a department: a first visit
 * and two re-checks, each by others.
 */
export const DEMO_PASSWORD = 'demo-password';

const inspectors = (department: 'edu' | 'health' | 'market', role: Role, zh: string): [string, string, Role[]][] =>
  [1, 2, 3, 4, 5, 6].map((n) => [`${department}${n}`, `演示${zh}检查员${n}`, [role]]);

export const DEMO_ACCOUNTS: readonly [login: string, name: string, roles: Role[]][] = [
  ['sponsor', '演示举办者', ['sponsor']],
  ['sponsor2', '演示举办者二', ['sponsor']],
  ['clerk', '演示窗口受理员', ['windowClerk']],
  ['clerk2', '演示窗口受理员二', ['windowClerk']],
  ['reviewer', '演示审查员', ['reviewer']],
  ['reviewer2', '演示审查员二', ['reviewer']],
  ['legal', '演示法制审核员', ['legalReviewer']],
  ['legal2', '演示法制审核员二', ['legalReviewer']],
  ['head', '演示分管负责人', ['decisionMaker']],
  ['head2', '演示分管负责人二', ['decisionMaker']],
  ['registrar', '演示登记员', ['registrar']],
  ['chair', '演示听证主持人', ['hearingChair']],
  ['supervisor', '演示督办员', ['supervisor']],
  ['section', '演示科室负责人', ['sectionHead']],
  ['discipline', '演示纪检监察员', ['disciplineOfficer']],
  ...inspectors('edu', 'educationInspector', '教育'),
  ...inspectors('health', 'healthInspector', '卫健'),
  ...inspectors('market', 'marketInspector', '市场监管'),
  ['sysadmin', '演示系统管理员', ['systemAdmin']],
  ['secadmin', '演示安全管理员', ['securityAdmin']],
  ['auditadmin', '演示审计管理员', ['auditAdmin']],
];

/** Makes the missing ones; a second start finds them all, and of several starts at once each is made by one. */
export async function ensureDemoAccounts({ sql, workshop }: Pick<Tools, 'sql' | 'workshop'>): Promise<void> {
  const existing = new Set(
    (await sql.query<{ login: string }>('select login from account where demo')).map(({ login }) => login),
  );
  const missing = DEMO_ACCOUNTS.filter(([login]) => !existing.has(login));
  await Promise.all(
    missing.map(([login, displayName, roles]) =>
      createAccount(sql, workshop, { login, password: DEMO_PASSWORD, displayName, roles, demo: true }).catch(
        unlessTaken,
      ),
    ),
  );
}

function unlessTaken(error: unknown): void {
  if (!(error instanceof Refusal && error.code === 'LOGIN_TAKEN')) throw error;
}
