import {
  cite,
  CLOCK_RULES,
  isPeriod,
  type Article,
  type MatterPack,
  type Period,
} from '../../../../libs/law/src/index.js';
import { say, type Language } from '../../../../libs/messages/src/index.js';
import { sendersOf, type Matter } from './sources.js';

/** 权力清单: a row a matter. */
export const powerRow = ({ pack }: Matter) => ({
  ...named(pack),
  powerCode: pack.powerCode,
  powerType: pack.powerType,
  basis: pack.basis,
  authority: pack.authority.nameZh,
});

/** 公共服务事项清单: what somebody can come with, how, in which time and at what cost. */
export const serviceRow = ({ pack, open }: Matter) => ({
  ...named(pack),
  family: pack.family,
  applicant: pack.applicantZh,
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
  step: string;
  who: readonly string[];
  limit: Period | null;
  /** What stands in the place of a length. */
  words?: string;
  limitBasis: readonly Article[];
  basis: readonly Article[];
}

/** 责任清单: who must do what by when, a row a step; and on which articles who fails answers for it. */
export function dutyRows({ pack }: Matter) {
  const accountability = [...(pack.powerCode === '01' ? [cite('ALL 72, 73, 74, 75')] : []), cite('PEL 63')];
  return (isAppliedFor(pack) ? dutiesOnApplication(pack) : dutiesOfOffice(pack)).map(
    ({ step, who, limit, words = '', limitBasis, basis }) => ({
      ...named(pack),
      step,
      who: [...who],
      limit: limit && { length: limit.length, unit: limit.unit },
      limitWords: words,
      limitBasis,
      basis,
      accountability,
    }),
  );
}

/** The steps that the bureau owes to whoever applies, with the clocks that cases run on. */
function dutiesOnApplication({ limits, attestations, onSite, licencePrint, powerCode }: MatterPack): Duty[] {
  const { promised, internal, statutory } = limits;
  const promise = [cite('BER 36')];
  const within = (length: number | undefined): Pick<Duty, 'limit' | 'limitBasis'> =>
    length === undefined
      ? { limit: null, limitBasis: [] }
      : { limit: { length, unit: 'working_day' }, limitBasis: promise };
  const byClock = (id: keyof typeof CLOCK_RULES): Pick<Duty, 'limit' | 'limitBasis'> => ({
    limit: { length: CLOCK_RULES[id].length, unit: CLOCK_RULES[id].unit },
    limitBasis: [CLOCK_RULES[id].article],
  });
  const visits = attestations.filter(({ how }) => how === 'joint_site_check');
  const licence = powerCode === '01';
  return [
    { step: 'receive', who: sendersOf('accept'), ...byClock('correction_or_acceptance'), basis: [cite('ALL 32')] },
    { step: 'review', who: sendersOf('concludeReview'), ...within(internal?.review), basis: [cite('ALL 34')] },
    ...(onSite.need === 'compulsory' && visits.length > 0
      ? [
          {
            step: 'visit',
            who: visits.map(({ department }) => department),
            ...within(internal?.review),
            basis: [cite('ALL 34(3)')],
          },
        ]
      : []),
    { step: 'legality', who: sendersOf('passLegality'), ...within(internal?.legality), basis: [cite('ALL 38(1)')] },
    { step: 'decide', who: sendersOf('grant'), limit: promised, limitBasis: promise, basis: [cite('ALL 38')] },
    {
      step: 'statutory',
      who: sendersOf('grant'),
      limit: isPeriod(statutory) ? statutory : null,
      words: isPeriod(statutory) ? '' : statutory.zh,
      limitBasis: 'article' in statutory ? [statutory.article] : [],
      basis: [cite('ALL 42')],
    },
    ...(licence || licencePrint !== 'none'
      ? [{ step: 'serve', who: sendersOf('serve'), ...byClock('serve_licence'), basis: [cite('ALL 44')] }]
      : []),
    ...(licence
      ? [
          {
            step: 'publish',
            who: sendersOf('publish'),
            ...byClock('publish_licence_decision'),
            basis: [cite('ALL 40')],
          },
        ]
      : []),
  ];
}

/** What the bureau does by itself: the steps of the pack under the limit of the law. */
function dutiesOfOffice({ steps, limits: { statutory }, basis, authority }: MatterPack): Duty[] {
  return steps.map(({ zh }) => ({
    step: zh,
    who: [authority.nameZh],
    limit: isPeriod(statutory) ? statutory : null,
    words: isPeriod(statutory) ? '' : statutory.zh,
    limitBasis: 'article' in statutory ? [statutory.article] : [],
    basis,
  }));
}

/** The words of a step: those of a known one, else the pack's own. */
export const stepIn = (language: Language, step: string): string =>
  (STEPS as readonly string[]).includes(step) ? say(language, `list.step.${step as (typeof STEPS)[number]}`) : step;
const STEPS = ['receive', 'review', 'visit', 'legality', 'decide', 'statutory', 'serve', 'publish'] as const;
