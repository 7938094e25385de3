import type { CaseView } from '../../api.js';
import { may } from './use-case.js';

/** What the applicant can do now, and where: on a page of its own, or at a place of this one. */
export interface OwnStep {
  words: 'correct' | 'supply' | 'sign' | 'cure' | 'confirm' | 'hearing' | 'register' | 'liquidate' | 'visit' | 'report';
  to: string;
}

/** Everything that is open for the applicant of a submitted case, most pressing first. */
export function ownSteps(view: CaseView): OwnStep[] {
  const page = (rest: string) => `/cases/${view.id}/${rest}`;
  const steps: readonly (readonly [boolean, OwnStep])[] = [
    [may(view, 'supplyCorrections'), { words: 'correct', to: page('correction') }],
    [may(view, 'supplyUnmetLines') && told(view) && !handedIn(view), { words: 'supply', to: page('correction') }],
    [may(view, 'signCommitment'), { words: 'sign', to: page('tolerance') }],
    [may(view, 'supplyTolerated'), { words: 'cure', to: page('correction') }],
    [may(view, 'confirmHearingRecord'), { words: 'confirm', to: '#hearing-title' }],
    [may(view, 'requestHearing'), { words: 'hearing', to: '#hearing-title' }],
    [may(view, 'recordRegistration'), { words: 'register', to: '#registration-title' }],
    [may(view, 'reportLiquidation'), { words: 'liquidate', to: '#liquidation-title' }],
    [asked(view, 'visit'), { words: 'visit', to: '#demands-title' }],
    [asked(view, 'report'), { words: 'report', to: '#demands-title' }],
  ];
  return steps.filter(([open]) => open).map(([, step]) => step);
}

const asked = ({ demands }: CaseView, kind: string): boolean =>
  demands.some((demand) => demand.kind === kind && demand.state === 'open');

const told = ({ materials }: CaseView): boolean => materials.some(({ verdict }) => verdict === 'deficient');

/** Everything that was told is with the clerk again; to ask for it once more would be asking twice. */
const handedIn = ({ state, owner, materials }: CaseView): boolean =>
  state === 'DEEMED_ACCEPTED' &&
  owner !== 'sponsor' &&
  !materials.some(({ verdict, changed }) => verdict === 'deficient' && !changed);

/** The nearest day of a running period, of the applicant's own or of those of the others; null where none runs. */
export function nextDueOf({ clocks }: Pick<CaseView, 'clocks'>, side: 'own' | 'others'): string | null {
  const days = clocks
    .filter(({ status, whose }) => status === 'running' && (whose === 'applicant') === (side === 'own'))
    .map(({ deadline }) => deadline.dueOn);
  return days.sort()[0] ?? null;
}
