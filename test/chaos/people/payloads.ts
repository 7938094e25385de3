import { completeCreditCode } from '../../../libs/law/src/index.js';
import type { CaseView } from '../../../libs/client/src/index.js';
import type { Dice } from '../dice.js';

type Payload = Record<string, unknown>;

export const TEAM = ['edu1', 'edu2', 'health1', 'health2', 'market1', 'market2'];
const NEXT_TEAM = ['edu3', 'edu4', 'health3', 'health4', 'market3', 'market4'];

/** What two opinions say beside their result. */
const OPINIONS: Readonly<Record<string, (form: Payload) => Payload>> = {
  classification_opinion: () => ({ experts: 3 }),
  line_department_opinion: ({ trainingField }) => ({ lineDepartment: trainingField }),
};

export interface Scene {
  dice: Dice;
  view: CaseView;
  /** Results that this matter asks for and nobody goes out for. */
  lookUps: readonly string[];
  accountOf(login: string): Promise<string>;
}

/** Payloads that are right more often than not, for the steps that the people take. */
export const PAYLOADS: Readonly<Record<string, (scene: Scene) => Payload | Promise<Payload>>> = {
  recordVerdicts: ({ view, dice }) => ({
    verdicts: view.materials
      .filter(({ applicable }) => applicable)
      .map(({ lineId, source }) =>
        source === 'upload' && dice.chance(0.015)
          ? { lineId, verdict: 'deficient', reason: '缺少第二页签名' }
          : { lineId, verdict: 'ok' },
      ),
  }),
  issueCorrectionNotice: nothing,
  remind: nothing,
  accept: nothing,
  enterFiling: nothing,
  beginReview: nothing,
  tellUnmetLines: nothing,
  arrangeSiteCheck: async ({ view, accountOf }) => ({
    plannedOn: view.asOf,
    members: await Promise.all(TEAM.map(accountOf)),
  }),
  arrangeReCheck: async ({ view, accountOf }) => ({
    plannedOn: view.asOf,
    members: await Promise.all(NEXT_TEAM.map(accountOf)),
  }),
  recordAttestation: ({ view, lookUps, dice }) => {
    const lane = dice.one(lookUps);
    const found = { lane, result: 'pass', source: '演示登记系统查询', checkedOn: view.asOf };
    return { ...found, ...OPINIONS[lane]?.(view.form) };
  },
  concludeReview: nothing,
  serveSpecialProcedureNotice: ({ view, dice }) => ({
    ground: dice.one(view.openableGrounds),
    institution: '演示机构',
    reason: '核实结构安全',
    announcedDays: dice.whole(1, 4),
  }),
  endSpecialProcedure: () => ({ result: 'pass', report: '演示报告：符合要求' }),
  proposeGrant: opinion,
  proposeRefusal: reasons,
  passLegality: opinion,
  objectToProposal: reasons,
  sendBackProposal: reasons,
  grant: () => ({ ...opinion(), departureReason: '演示：情况不同' }),
  refuse: () => ({ ...reasons(), departureReason: '演示：情况不同' }),
  serve: () => ({ channel: 'electronic' }),
  recordRegistration: ({ view, dice }) => ({
    creditCode: completeCreditCode(
      `${view.form['nature'] === 'for_profit' ? '91150203MB' : '52150203MJ'}${String(dice.whole(0, 999_999)).padStart(6, '0')}`,
    ),
    registeredOn: view.asOf,
  }),
  reportLiquidation: ({ view }) => ({ completedOn: view.asOf, madeBy: '演示清算组', report: '演示清算结果：无债务' }),
  recordClaimsPaid: ({ view }) => ({ refundsPaidOn: view.asOf, wagesPaidOn: view.asOf, debtsPaidOn: view.asOf }),
  takeBackLicence: ({ view }) => ({ returnedOn: view.asOf }),
  destroySeals: ({ view }) => ({ destroyedOn: view.asOf, seals: '公章、财务专用章' }),
  recordDeregistration: ({ view }) => ({ deregisteredOn: view.asOf }),
  announceClosure: nothing,
  submit: nothing,
  supplyCorrections: nothing,
  supplyUnmetLines: nothing,
  reportRectified: nothing,
  withdraw: () => ({ reason: '演示撤回：另有安排' }),
};

function nothing(): Payload {
  return {};
}
function opinion(): Payload {
  return { opinion: '演示意见：材料齐全，核验通过。' };
}
function reasons(): Payload {
  return { reasons: '演示理由：核验没有通过', article: 'PSL 29' };
}
