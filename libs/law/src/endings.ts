import { cite, type Article } from './article.js';
import { GOING_ON_STATES, GONE_STATES, WINDING_UP_STATES } from './institution-states.js';

/** 吊销、撤销、撤回、注销、自然废止: five things that the law keeps apart and that people take for one. */
export type Ending = 'revocation' | 'annulment' | 'withdrawal' | 'lapse' | 'cancellation';

/** What an ending is in law, and what the register says of it. */
export interface EndingInLaw {
  /** What it answers: an offence, an unlawful grant, changed law or facts, an idle school, or that everything is over. */
  because: 'offence' | 'unlawful_grant' | 'changed_circumstances' | 'idle' | 'formal_end';
  /** Who brings it about: the bureau by a decision, or the law by itself. */
  by: 'decision' | 'law';
  articles: readonly Article[];
  /** State of the entry and of its licence from then on. */
  registerState: string;
  licenceState: string;
  /** The party is told beforehand and heard if it asks (PNL 44, 63). */
  heardBefore: boolean;
  /** The bureau makes good what the holder loses (ALL 8(2), 69(4)); `if_in_good_faith` where the holder did nothing wrong. */
  compensation: 'never' | 'always' | 'if_in_good_faith';
  /**
   * The matters of the catalogue in which it is decided or followed up. Empty: the catalogue gives none, and nothing here
   * writes its states; the bureau decides it outside of this register until there is one.
   */
  matters: readonly string[];
}

const articles = (...refs: string[]): Article[] => refs.map((ref) => cite(ref));

export const ENDINGS: Readonly<Record<Ending, EndingInLaw>> = {
  revocation: {
    because: 'offence',
    by: 'decision',
    articles: articles('PEL 62', 'PSL 79', 'PNL 57(1)', 'ALL 70(4)'),
    matters: ['TERM-REVOKE'],
    registerState: 'REVOKED',
    licenceState: 'REVOKED',
    heardBefore: true,
    compensation: 'never',
  },
  annulment: {
    because: 'unlawful_grant',
    by: 'decision',
    articles: articles('ALL 69', 'ALL 70(4)'),
    matters: [],
    registerState: 'RESCINDED',
    licenceState: 'RESCINDED',
    heardBefore: false,
    compensation: 'if_in_good_faith',
  },
  withdrawal: {
    because: 'changed_circumstances',
    by: 'decision',
    articles: articles('ALL 8(2)', 'ALL 70(4)'),
    matters: [],
    registerState: 'WITHDRAWN_BY_AUTHORITY',
    licenceState: 'WITHDRAWN',
    heardBefore: false,
    compensation: 'always',
  },
  lapse: {
    because: 'idle',
    by: 'law',
    articles: articles('PER 50(3)', 'ALL 70(1)'),
    matters: ['LAPSE'],
    registerState: 'LAPSED',
    licenceState: 'LAPSED',
    heardBefore: false,
    compensation: 'never',
  },
  /** Never a ground of its own: it follows every other end, and ends the entry in form (ALL 70). */
  cancellation: {
    because: 'formal_end',
    by: 'decision',
    articles: articles('ALL 70', 'PEL 60'),
    matters: ['TERM-VOL', 'TERM-INSOLV', 'TERM-REVOKE', 'LAPSE', 'TRN-CHG', 'MERGER', 'DIVISION', 'ECC-RECOG'],
    registerState: 'CANCELLED',
    licenceState: 'CANCELLED',
    heardBefore: false,
    compensation: 'never',
  },
};

/** What a closure that nobody applies for rests on: a ruling, an offence, or what the law has done already. */
export type ExOfficioGround = 'court' | 'penalty' | 'lapse';

interface ExOfficioMatter {
  ground: ExOfficioGround;
  /** States of the entry in which the bureau may begin it. */
  from: readonly string[];
  /** Why not, in every other state. */
  code: 'SCHOOL_DOES_NOT_GO_ON' | 'NOT_LAPSED';
  article: string;
}

/** The matters that the bureau begins by itself (依职权), and from where. */
export const EX_OFFICIO: Readonly<Record<string, ExOfficioMatter>> = {
  'TERM-INSOLV': { ground: 'court', from: GOING_ON_STATES, code: 'SCHOOL_DOES_NOT_GO_ON', article: 'ALL 70' },
  'TERM-REVOKE': { ground: 'penalty', from: GOING_ON_STATES, code: 'SCHOOL_DOES_NOT_GO_ON', article: 'ALL 70' },
  LAPSE: { ground: 'lapse', from: ['LAPSED'], code: 'NOT_LAPSED', article: 'PER 50(3)' },
};

/** What the bureau may begin for an entry in a state. */
export const exOfficioFrom = (state: string): string[] =>
  Object.entries(EX_OFFICIO)
    .filter(([, { from }]) => from.includes(state))
    .map(([matter]) => matter);

/** Why a matter cannot be begun by the bureau. */
type BeginningFault = 'MATTER_IS_APPLIED_FOR' | 'ALREADY_CLOSING' | ExOfficioMatter['code'];

/** Being closed, or closed for good; what has merged into another school does not go on. */
const isClosed = (state: string): boolean =>
  state !== 'MERGED' && [...WINDING_UP_STATES, ...GONE_STATES].some((one) => one === state);

/** Why a matter cannot be begun for an entry in a state; null where it can. What is being closed is closed once (PEL 58). */
export function faultOfBeginning(matter: string, state: string): { code: BeginningFault; article: string } | null {
  const of = EX_OFFICIO[matter];
  if (!of) return { code: 'MATTER_IS_APPLIED_FOR', article: 'ALL 29' };
  if (of.from.includes(state)) return null;
  return of.ground !== 'lapse' && isClosed(state)
    ? { code: 'ALREADY_CLOSING', article: 'PEL 58' }
    : { code: of.code, article: of.article };
}
