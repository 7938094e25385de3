import {
  cite,
  CLOCK_RULES,
  isPeriod,
  type Article,
  type MatterPack,
  type Period,
  type Said,
  type StatutoryLimit,
} from '../../../../libs/law/src/index.js';
import { say, type MessageKey } from '../../../../libs/messages/src/index.js';
import { procedureOf } from '../../../../libs/procedures/src/index.js';
import { sendersOf, type Matter } from './sources.js';

/** 权力清单: a row a matter. */
export const powerRow = ({ pack }: Matter) => ({
  ...named(pack),
  powerCode: pack.powerCode,
  powerType: pack.powerType,
  basis: pack.basis,
  authority: pack.authority.nameZh,
  authorityEn: pack.authority.nameEn,
});

/** 公共服务事项清单: what somebody can come with, how, in which time and at what cost. */
export const serviceRow = ({ pack, open }: Matter) => ({
  ...named(pack),
  family: pack.family,
  applicant: pack.applicantZh,
  applicantEn: pack.applicantEn,
  online: open,
  open: pack.switchedOff === null && pack.freeze === null,
  promised: pack.limits.promised && { length: pack.limits.promised.length, unit: pack.limits.promised.unit },
  trips: pack.maxTrips,
  fee: pack.fee.amount,
  hotline: pack.authority.hotline,
  office: pack.authority.officeZh,
});

const named = ({ code, nameZh, nameEn }: MatterPack) => ({ code, nameZh, nameEn });

/** Whether anybody applies for it; the rest the bureau does by itself. */
export const isAppliedFor = ({ limits, family }: MatterPack): boolean =>
  limits.promised !== null && family !== 'ex_officio';

interface Duty {
  /** A step that every matter knows, or the pack's own words. */
  step: KnownStep | Said;
  who: readonly string[];
  limit: Period | null;
  /** What stands in the place of a length. */
  words?: Said | null;
  limitBasis: readonly Article[];
  basis: readonly Article[];
}

/** 责任清单: who must do what by when, a row a step; and on which articles who fails answers for it. */
export function dutyRows({ pack }: Matter) {
  const accountability = [...(pack.powerCode === '01' ? [cite('ALL 72, 73, 74, 75')] : []), cite('PEL 63')];
  return dutiesOf(pack).map(({ step, who, limit, words = null, limitBasis, basis }) => ({
    ...named(pack),
    step: typeof step === 'string' ? step : step.zh,
    stepWords: typeof step === 'string' ? saidBoth(`list.step.${step}`) : { zh: step.zh, en: step.en },
    who: [...who],
    limit: limit && { length: limit.length, unit: limit.unit },
    limitWords: words && { zh: words.zh, en: words.en },
    limitBasis,
    basis,
    accountability,
  }));
}

function dutiesOf(pack: MatterPack): Duty[] {
  if (!isAppliedFor(pack)) return dutiesOfOffice(pack);
  return isDecided(pack) ? dutiesOnApplication(pack) : dutiesOnFiling(pack);
}

/** Whether its chart knows a decision, be it refusals alone; a matter without a chart is taken for one that does. */
const isDecided = (pack: MatterPack): boolean => {
  const procedure = procedureOf(pack);
  const events: readonly string[] = procedure?.machine.events ?? ['grant'];
  return events.includes('grant') || events.includes('refuse');
};

/** What is told and not applied for (备案), or inspected: looked at within the promise, and answered; nothing is decided. */
function dutiesOnFiling(pack: MatterPack): Duty[] {
  const { limits, basis } = pack;
  const { promised } = limits;
  const { clocks = [], machine } = procedureOf(pack) ?? {};
  const within = { limit: promised, limitBasis: [cite('BER 36')], basis };
  const inspected = machine?.events.includes('concludeInspection') === true;
  return [
    inspected
      ? { step: 'inspect', who: sendersOf('concludeInspection'), ...within }
      : { step: 'check', who: sendersOf('enterFiling'), ...within },
    ...(clocks.includes('serve_licence')
      ? [{ step: 'serve' as const, who: sendersOf('serve'), ...byClock('serve_licence'), basis: [cite('ALL 44')] }]
      : []),
  ];
}

/** The steps that the bureau owes to whoever applies, with the clocks that cases run on. */
function dutiesOnApplication({ limits, attestations, onSite, licencePrint, powerCode }: MatterPack): Duty[] {
  const { promised, internal, statutory } = limits;
  const promise = [cite('BER 36')];
  const within = (length: number | undefined): Pick<Duty, 'limit' | 'words' | 'limitBasis'> => {
    if (length === undefined) return { limit: null, limitBasis: [] };
    // no day of its own: done on the day on which the review ends
    if (length === 0) return { limit: null, words: saidBoth('list.sameDay'), limitBasis: promise };
    return { limit: { length, unit: 'working_day' }, limitBasis: promise };
  };
  const visits = attestations.filter(({ how }) => how === 'joint_site_check');
  const licence = powerCode === '01';
  const decides = sendersOf('grant');
  const duties: readonly (Duty | false)[] = [
    { step: 'receive', who: sendersOf('accept'), ...byClock('correction_or_acceptance'), basis: [cite('ALL 32')] },
    { step: 'review', who: sendersOf('concludeReview'), ...within(internal?.review), basis: [cite('ALL 34')] },
    onSite.need === 'compulsory' &&
      visits.length > 0 && {
        step: 'visit',
        who: visits.map(({ department }) => department),
        ...within(internal?.review),
        basis: [cite('ALL 34(3)')],
      },
    { step: 'legality', who: sendersOf('passLegality'), ...within(internal?.legality), basis: [cite('ALL 38(1)')] },
    { step: 'decide', who: decides, limit: promised, limitBasis: promise, basis: [cite('ALL 38')] },
    { step: 'statutory', who: decides, ...byStatute(statutory), basis: [cite('ALL 42')] },
    (licence || licencePrint !== 'none') && {
      step: 'serve',
      who: sendersOf('serve'),
      ...byClock('serve_licence'),
      basis: [cite('ALL 44')],
    },
    licence && {
      step: 'publish',
      who: sendersOf('publish'),
      ...byClock('publish_licence_decision'),
      basis: [cite('ALL 40')],
    },
  ];
  return duties.filter((duty) => duty !== false);
}

const byClock = (id: keyof typeof CLOCK_RULES): Pick<Duty, 'limit' | 'limitBasis'> => ({
  limit: { length: CLOCK_RULES[id].length, unit: CLOCK_RULES[id].unit },
  limitBasis: [CLOCK_RULES[id].article],
});

const byStatute = (statutory: StatutoryLimit): Pick<Duty, 'limit' | 'words' | 'limitBasis'> => ({
  limit: isPeriod(statutory) ? statutory : null,
  words: isPeriod(statutory) ? null : statutory,
  limitBasis: 'article' in statutory ? [statutory.article] : [],
});

/** What the bureau does by itself: the steps of the pack under the limit of the law. */
function dutiesOfOffice({ steps, limits: { statutory }, basis, authority }: MatterPack): Duty[] {
  return steps.map((step) => ({
    step,
    who: [authority.nameZh],
    ...byStatute(statutory),
    basis,
  }));
}

type KnownStep =
  'check' | 'inspect' | 'receive' | 'review' | 'visit' | 'legality' | 'decide' | 'statutory' | 'serve' | 'publish';

const saidBoth = (key: MessageKey): Said => ({ zh: say('zh', key), en: say('en', key) });
