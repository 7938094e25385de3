import { say } from '../../../libs/messages/src/index.js';
import type { Finding, PropertyId } from '../../../libs/procedures/src/proofs/prove.js';

/** The properties of design chapter 4, in both languages. */
export const PROPERTY_NAMES: Record<PropertyId, string> = {
  a: '最多跑一次 / at most one trip',
  b: '补正告知最多一次 / at most one correction notice',
  c: '提交后时时有人负责、有时限 / always an owner and a clock',
  d: '准予须每项核验通过 / a grant rests on every attestation',
  e: '总能办结，循环有限 / always ends, loops are bounded',
  f: '不予必有理由 / every refusal has reasons',
  g: '内部时限 ≤ 承诺 ≤ 法定 / internal ≤ promised ≤ statutory',
  h: '要求必有依据 / nothing without a basis',
  i: '登记只由决定改变，准予必送达公开归档 / register and delivery',
};

const FAULTS: Record<string, string> = {
  'second-trip': '要求申请人跑第二次 / a second trip is demanded',
  'second-correction-notice': '出现第二次补正告知 / a second correction notice',
  'no-owner': '没有负责人 / nobody owns this state',
  'no-clock': '没有时限 / no clock runs in this state',
  'grant-with-lines-owed': '容缺材料没有补齐就准予 / granted while tolerated lines were owed',
  'grant-without-attestation': '未通过核验就准予 / granted without a passed attestation',
  'dead-end': '走进死路 / no final state can be reached',
  'unbounded-loop': '循环没有次数或时限 / a loop without a bound',
  'refusal-without-reasons': '不予没有理由 / refused without reasons',
  'register-changed-without-decision': '未经决定改动登记 / the register changed without a decision',
  'grant-not-delivered': '准予后没有送达、公开或归档 / granted but not served, published and archived',
  'cancelled-before-wound-up':
    '善后没有逐步办完就注销，或办完没有注销 / cancelled before every step of the winding up, or never cancelled',
  'internal-limits-too-long': '内部时限之和超过承诺 / internal limits exceed the promise',
  'promise-later-than-law': '承诺晚于法定 / promised later than the law allows',
  'demand-without-basis': '要求没有依据 / demanded without a basis',
};

export const wordsOfFault = ({ fault = '', detail }: Finding): string =>
  `${FAULTS[fault] ?? fault}${detail ? ` (${detail})` : ''}`;

/** A path as numbered steps: word, event with its facts. */
export function wordsOfPath(path: NonNullable<Finding['path']>): string[] {
  return path.map(({ event }, i) => {
    const { type, ...facts } = event;
    const detail = Object.values(facts).length > 0 ? ` ${JSON.stringify(facts)}` : '';
    return `${i + 1}. ${say('zh', `event.${type}`)} / ${type}${detail}`;
  });
}
