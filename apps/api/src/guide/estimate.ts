import { isPeriod, linesFor, plainDateOf, type DeclaredFacts } from '../../../../libs/law/src/index.js';
import { say, type Language } from '../../../../libs/messages/src/index.js';
import { rehearse, type StepId } from '../../../../libs/publicity/src/index.js';
import { wordsIn } from '../pages/words.js';
import type { Tools } from '../tools.js';
import { plain } from './blocks.js';
import { statutoryIn } from './limits-in-words.js';

/**
 * The process run dry with what somebody has declared: situation, materials, trips, and both dates. The lines are those
 * that a real case with these facts is asked for, the dates those of the rehearsal.
 */
export async function estimateOf(tools: Tools, code: string, facts: DeclaredFacts) {
  const { pack, procedure } = tools.workshop.shelf.current(code);
  const calendar = await tools.workshop.calendars.inForce(tools.sql);
  const from = plainDateOf(tools.clock.now());
  const steps = rehearse({ pack, procedure, calendar, from });
  const day = (id: StepId) => steps.find((step) => step.id === id)?.on ?? null;
  const { statutory } = pack.limits;
  return {
    matter: pack.code,
    nameZh: pack.nameZh,
    nameEn: pack.nameEn,
    open: procedure !== null && pack.onlineForm !== null && pack.switchedOff === null,
    onlineForm: pack.onlineForm,
    situation: situationOf(facts),
    materials: linesFor(pack, facts).map(({ id, nameZh, nameEn, source, sampleZh, sampleEn }) => ({
      id,
      nameZh,
      nameEn,
      source,
      sampleZh,
      sampleEn,
    })),
    trips: pack.maxTrips,
    answerOn: day('accepted'),
    decisionOn: day('decided'),
    statutoryOn: isPeriod(statutory) ? day('statutory') : null,
    statutory: {
      zh: plain(statutoryIn(wordsIn('zh', false), statutory)),
      en: plain(statutoryIn(wordsIn('en', false), statutory)),
    },
    provisional: steps.some(({ id, provisional }) => provisional && ['accepted', 'decided', 'statutory'].includes(id)),
  };
}

/** 情形: what was declared, in words. */
function situationOf(facts: DeclaredFacts) {
  const holding = Object.entries(facts).flatMap(([fact, yes]) => (yes ? [fact as keyof DeclaredFacts] : []));
  const words = (language: Language): string =>
    holding.length === 0
      ? say(language, 'triage.usual')
      : holding.map((fact) => say(language, `triage.fact.${fact}`)).join(language === 'zh' ? '；' : '; ');
  return { facts, zh: words('zh'), en: words('en') };
}
