import type { DeclaredFacts } from './packs/applicable-lines.js';
import {
  FACT_QUESTIONS,
  TRIAGE,
  type FactQuestion,
  type Next,
  type QuestionId,
  type TriageEnd,
} from './triage-tree.js';

/** What somebody answered so far, by question. Answers that the way does not pass are left alone and count for nothing. */
export type TriageAnswers = Readonly<Record<string, string | undefined>>;

export type AnyQuestion = QuestionId | FactQuestion;

export const YES_NO = ['yes', 'no'] as const;

export interface Walk {
  /** The questions that are answered, in order, with their answers. */
  path: { question: AnyQuestion; value: string }[];
  /** What is asked next; null at the end. */
  question: AnyQuestion | null;
  end: TriageEnd | null;
  /** What is known of the matter before the last question: for the box that changes with every answer. */
  likely: { matter: string; facts: DeclaredFacts } | null;
}

/** The values that a question takes, in the order in which people read them. */
export const valuesOf = (question: AnyQuestion): readonly string[] =>
  question in FACT_QUESTIONS ? YES_NO : Object.keys(TRIAGE[question as QuestionId]);

/**
 * The way through the questions as far as the answers lead: to a question that has none yet (or one that it does not
 * take), or to an end. The same answers always lead to the same place.
 */
export function walk(answers: TriageAnswers): Walk {
  const path: Walk['path'] = [];
  let next: Next = { ask: 'want' };
  while ('ask' in next) {
    const question: QuestionId = next.ask;
    const value: string | undefined = answers[question];
    const to: Next | undefined =
      value !== undefined && Object.hasOwn(TRIAGE[question], value) ? TRIAGE[question][value] : undefined;
    if (value === undefined || !to) return { path, question, end: null, likely: null };
    path.push({ question, value });
    next = to;
  }
  return withFacts(next, answers, path);
}

function withFacts(end: TriageEnd, answers: TriageAnswers, path: Walk['path']): Walk {
  if (end.end !== 'matter') return { path, question: null, end, likely: null };
  let facts: DeclaredFacts = { ...end.facts };
  for (const question of end.asks ?? []) {
    const value = answers[question];
    const likely = { matter: end.matter, facts };
    if (value !== 'yes' && value !== 'no') return { path, question, end: null, likely };
    path.push({ question, value });
    facts = { ...facts, ...declaredBy(question, value === 'yes') };
    const barred = end.bars?.find(({ fact }) => facts[fact] === true);
    if (barred) return { path, question: null, end: barred.by, likely: null };
  }
  return { path, question: null, end: { ...end, facts }, likely: { matter: end.matter, facts } };
}

/** The first fact as answered, its opposite the other way round. */
function declaredBy(question: FactQuestion, yes: boolean): DeclaredFacts {
  const [fact, opposite] = FACT_QUESTIONS[question];
  return { [fact]: yes, ...(opposite ? { [opposite]: !yes } : {}) };
}

/** Every end with the answers that lead there: for those who want to see the whole tree. */
export function allWays(answers: TriageAnswers = {}): Walk[] {
  const at = walk(answers);
  const { question } = at;
  if (question === null) return [at];
  return valuesOf(question).flatMap((value) => allWays({ ...answers, [question]: value }));
}

/** The one matter that everything still possible leads to, with what is known of it; null while several are open. */
export function likely(answers: TriageAnswers): Walk['likely'] {
  const at = walk(answers);
  if (at.likely || at.end) return at.likely;
  const ends = allWays(answers).flatMap(({ end }) => (end?.end === 'matter' ? [end] : []));
  const [first] = ends;
  if (!first || ends.some(({ matter }) => matter !== first.matter)) return null;
  const known = Object.entries(first.facts).filter(([fact, value]) =>
    ends.every(({ facts }) => facts[fact as keyof DeclaredFacts] === value),
  );
  return { matter: first.matter, facts: Object.fromEntries(known) };
}
