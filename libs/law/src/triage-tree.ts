import type { DeclaredFacts } from './packs/applicable-lines.js';
import type { MaterialCondition } from './packs/terms.js';

/** Facts that are asked with yes or no once the matter is known. One question settles both sides of the site. */
export const FACT_QUESTIONS = {
  kindergarten: ['kindergarten'],
  donated: ['donated'],
  joint_sponsors: ['joint_sponsors'],
  same_site: ['same_site', 'new_site'],
  charter_changes: ['charter_changes'],
} as const;
export type FactQuestion = keyof typeof FACT_QUESTIONS;

/** Who handles what this bureau does not. */
export type Office = 'human_resources' | 'health' | 'city_education';

interface Closed {
  end: 'forbidden';
  /** A stable word; the sentence stands in the message files. */
  reason: 'compulsory_for_profit' | 'public_assets_for_profit' | 'inclusive_for_profit';
  article: string;
}
export type TriageEnd =
  | {
      end: 'matter';
      matter: string;
      facts: DeclaredFacts;
      /** Facts that decide on the lines of this matter. */
      asks?: readonly FactQuestion[];
      bars?: readonly { fact: MaterialCondition; by: Closed }[];
    }
  /** The bureau acts by itself; nobody applies. */
  | { end: 'exOfficio'; matter: string }
  /** Policy approves no new ones; a decision with reasons can be had nevertheless. */
  | { end: 'frozen'; matter: string }
  | { end: 'elsewhere'; office: Office; article: string }
  | Closed;

export type QuestionId =
  | 'want'
  | 'kind'
  | 'ready'
  | 'nature'
  | 'stage'
  | 'school_nature'
  | 'school_ready'
  | 'subject'
  | 'whose'
  | 'change'
  | 'tutoring_change'
  | 'level'
  | 'licence'
  | 'close'
  | 'report'
  | 'inclusive'
  | 'bureau';
export type Next = { ask: QuestionId } | TriageEnd;

const ask = (question: QuestionId): Next => ({ ask: question });
const matter = (code: string, facts: DeclaredFacts = {}, asks: readonly FactQuestion[] = []): Next => ({
  end: 'matter',
  matter: code,
  facts,
  asks,
});
const exOfficio = (code: string): Next => ({ end: 'exOfficio', matter: code });
const elsewhere = (office: Office, article: string): Next => ({ end: 'elsewhere', office, article });
const closed = (reason: Closed['reason'], article: string): Closed => ({ end: 'forbidden', reason, article });

const KINDERGARTEN = { kindergarten: true };
/** One thing that a tutoring institution changes, and none of the others. */
const tutoringChange = (facts: DeclaredFacts): Next =>
  matter('TRN-CHG', { same_site: false, new_site: false, sponsor_change: false, closing: false, ...facts });
const SCHOOL = { kindergarten: false };

/**
 * The one tree of questions (情形引导): each answer leads to the next question or to an end. Its facts are those on which
 * the lines of the packs depend, so that the result is what a real case is asked for.
 */
export const TRIAGE: Readonly<Record<QuestionId, Readonly<Record<string, Next>>>> = {
  want: {
    open: ask('kind'),
    change: ask('whose'),
    licence: ask('licence'),
    close: ask('close'),
    report: ask('report'),
    bureau: ask('bureau'),
  },
  kind: {
    kindergarten: ask('ready'),
    school: ask('stage'),
    tutoring: ask('subject'),
    centre: matter('ECC-RECOG', { kindergarten: false }),
    nursery: elsewhere('health', 'PSL 84'),
    vocational: elsewhere('human_resources', 'PEL 12'),
  },
  ready: {
    ready: ask('nature'),
    not_yet: matter('PREP', KINDERGARTEN, ['donated', 'joint_sponsors']),
    prepared: matter('EST-FORMAL', KINDERGARTEN),
  },
  nature: {
    non_profit: matter('EST-DIRECT', KINDERGARTEN, ['donated', 'joint_sponsors']),
    for_profit: {
      end: 'matter',
      matter: 'EST-DIRECT',
      facts: KINDERGARTEN,
      asks: ['donated', 'joint_sponsors'],
      bars: [{ fact: 'donated', by: closed('public_assets_for_profit', 'PSL 34') }],
    },
  },
  stage: {
    primary: ask('school_nature'),
    junior: ask('school_nature'),
    nine_year: ask('school_nature'),
    senior: elsewhere('city_education', 'PEL 12'),
  },
  school_nature: {
    non_profit: ask('school_ready'),
    for_profit: closed('compulsory_for_profit', 'PEL 19(1)'),
  },
  school_ready: {
    ready: matter('EST-DIRECT', SCHOOL, ['donated', 'joint_sponsors']),
    not_yet: matter('PREP', SCHOOL, ['donated', 'joint_sponsors']),
    prepared: matter('EST-FORMAL', SCHOOL),
  },
  subject: {
    non_subject: matter('TRN-NONSUBJ'),
    subject: { end: 'frozen', matter: 'TRN-SUBJ' },
    vocational: elsewhere('human_resources', 'PEL 12'),
  },
  whose: {
    school: ask('change'),
    tutoring: ask('tutoring_change'),
  },
  tutoring_change: {
    name: tutoringChange({ same_site: true }),
    address: tutoringChange({ new_site: true }),
    sponsor: tutoringChange({ same_site: true, sponsor_change: true }),
    head: matter('CHG-PRINCIPAL'),
  },
  change: {
    name: matter('CHG-NAME'),
    address: matter('CHG-ADDR', {}, ['kindergarten']),
    level: ask('level'),
    sponsor: matter('CHG-SPONSOR'),
    legal_representative: matter('CHG-LEGALREP'),
    principal: matter('CHG-PRINCIPAL'),
    board: matter('FILE-GOV', {}, ['charter_changes']),
    division: matter('DIVISION', {}, ['same_site']),
    merger: matter('MERGER', {}, ['same_site']),
  },
  level: {
    kindergarten: matter('CHG-LEVEL', { kindergarten: true, tutoring: false }),
    school: matter('CHG-LEVEL', { kindergarten: false, tutoring: false }),
    non_subject: matter('CHG-LEVEL', { kindergarten: false, tutoring: true }),
    senior: elsewhere('city_education', 'PEL 12'),
  },
  licence: {
    expiring: matter('RENEW'),
    lost: matter('REISSUE'),
  },
  close: {
    school: matter('TERM-VOL'),
    tutoring: tutoringChange({ closing: true }),
  },
  report: {
    annual: matter('ANNUAL'),
    quality: matter('QUALITY'),
    inclusive: ask('inclusive'),
    advertisement: matter('FILE-AD'),
  },
  inclusive: {
    non_profit: matter('KG-INCL'),
    for_profit: closed('inclusive_for_profit', 'PSL 24(3)'),
  },
  bureau: {
    revoked: exOfficio('TERM-REVOKE'),
    insolvent: exOfficio('TERM-INSOLV'),
    lapsed: exOfficio('LAPSE'),
    reopening: exOfficio('REOPEN'),
  },
};
