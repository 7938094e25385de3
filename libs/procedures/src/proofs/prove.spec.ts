import { establishmentPack, procedureFor } from '../../../../test/builders/pack.js';
import { establishmentConfig } from '../establishment/machine.js';
import { procedure } from '../procedure.js';
import type { AnyProcedureConfig } from '../vocabulary.js';
import { explore } from './graph.js';
import { machineFindings, prove } from './prove.js';

const pack = establishmentPack();
const whole = procedureFor(pack).input;
/** Two departments and two papers show every fault of the chart, in a graph small enough to search for each mutant. */
const lanes = ['education_site', 'health_site', 'hygiene_evaluation', 'structural_safety'] as const;
const input = { ...whole, lanes, situations: [lanes] };

it('holds for EST-DIRECT: every property, every state, every transition', () => {
  const certificate = prove(pack);
  expect(certificate.unvisited).toEqual([]);
  expect(certificate.properties.filter(({ holds }) => !holds)).toEqual([]);
  expect(certificate.properties.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']);
  expect(certificate.properties.find(({ id }) => id === 'a')?.worst).toBe(1);
  expect(certificate.properties.find(({ id }) => id === 'b')?.worst).toBe(1);
  expect(certificate.holds).toBe(true);
}, 240_000);

/** A chart with one planted fault. The clone is plain data, so a mutation is an edit of the regulation. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a mutation reaches anywhere into the chart
type Loose = any;
const mutant = (change: (config: Loose) => void) => {
  const config: Loose = structuredClone(establishmentConfig);
  change(config);
  return procedure('mutant', config as AnyProcedureConfig, input);
};
const pending = (config: Loose) => config.states.PENDING.states;
const accepted = (config: Loose) => pending(config).ACCEPTED.states.examination.states;
const proposing = (config: Loose) => accepted(config).EXAMINED.states.proposing;
const issueOf = (document: string) => ({ type: 'issue', params: { document } });
const siteCheck = (config: Loose) => accepted(config).IN_REVIEW.states.siteCheck.states;

describe('a planted fault makes the right property fail, with a path to it', () => {
  const faults: [string, string, string, (config: Loose) => void][] = [
    [
      'a second trip',
      'a',
      'second-trip',
      (c) => (pending(c).CORRECTION_REQUIRED.on.supplyCorrections.meta = { trip: true }),
    ],
    [
      'a second correction notice',
      'b',
      'second-correction-notice',
      (c) => {
        pending(c).RECEIVED.on.issueCorrectionNotice.guard = 'sheetDeficient';
        pending(c).CORRECTION_SUPPLIED.on.issueCorrectionNotice = pending(c).RECEIVED.on.issueCorrectionNotice;
      },
    ],
    [
      'a correction notice after a tolerant acceptance',
      'b',
      'second-correction-notice',
      (c) => (proposing(c).on.issueCorrectionNotice = { actions: issueOf('correctionNotice') }),
    ],
    [
      'a grant while tolerated lines are owed',
      'd',
      'grant-with-lines-owed',
      (c) => (accepted(c).TO_DECIDE.on.grant.guard = 'grantInOrder'),
    ],
    [
      'supplied lines that count as cured before anybody looked at them',
      'd',
      'grant-with-lines-owed',
      (c) => {
        const { owing } = pending(c).ACCEPTED.states.tolerance.states;
        owing.states.withApplicant.on.supplyTolerated.target = '#toleranceSettled';
      },
    ],
    ['a missing clock', 'c', 'no-clock', (c) => delete pending(c).RECEIVED.meta.clocks],
    ['a missing owner', 'c', 'no-owner', (c) => delete accepted(c).TO_DECIDE.meta.owner],
    [
      'a dropped guard on the proposal',
      'd',
      'grant-without-attestation',
      (c) => {
        delete proposing(c).on.proposeGrant.guard;
        delete accepted(c).TO_DECIDE.on.grant.guard;
      },
    ],
    [
      'a failed attestation that counts as done',
      'd',
      'grant-without-attestation',
      (c) => {
        delete proposing(c).on.proposeGrant.guard;
        accepted(c).TO_DECIDE.on.grant.guard = 'reasoned';
        delete accepted(c).TO_DECIDE.on.grant.guard;
        siteCheck(c).visiting.always = [{ target: 'passed' }];
      },
    ],
    [
      'an unsigned site result that counts',
      'd',
      'grant-without-attestation',
      (c) => delete siteCheck(c).visiting.on.recordAttestation.guard,
    ],
    [
      'a dead end',
      'e',
      'dead-end',
      (c) => {
        delete c.states.PENDING.on.withdraw;
        accepted(c).LEGALITY_REVIEW.on = {};
      },
    ],
    [
      'an endless loop without a clock',
      'e',
      'unbounded-loop',
      (c) => {
        pending(c).CORRECTION_SUPPLIED.on.recordVerdicts = { actions: 'noteSheet' };
        pending(c).CORRECTION_REQUIRED.meta.clocks = ['correction_or_acceptance'];
        delete pending(c).CORRECTION_REQUIRED.on.expireCorrectionPeriod;
      },
    ],
    [
      'a refusal without reasons',
      'f',
      'refusal-without-reasons',
      (c) => delete pending(c).RECEIVED.on.declineAsNotCompetent.guard,
    ],
    [
      'a register change without a decision',
      'i',
      'register-changed-without-decision',
      (c) => (pending(c).RECEIVED.on.accept.actions = { type: 'register', params: { change: 'openInstitution' } }),
    ],
    ['a grant that is never served', 'i', 'grant-not-delivered', (c) => delete c.states.GRANTED.states.service],
  ];

  it.each(faults)('%s: property %s', (_, id, fault, change) => {
    const faulty = mutant(change);
    const findings = machineFindings(explore(faulty), faulty);
    const found = findings.find((finding) => !finding.holds && finding.fault === fault);
    expect([found?.id, found?.fault]).toEqual([id, fault]);
    expect(found?.path?.length).toBeGreaterThan(0);
  });

  it('a state that nothing reaches is named', () => {
    const faulty = mutant(
      (c) =>
        (c.states.LIMBO = {
          meta: { owner: 'reviewer', clocks: ['serve_licence'] },
          on: { withdraw: { target: 'DISCARDED' } },
        }),
    );
    expect(explore(faulty).unvisited).toEqual(expect.arrayContaining(['mutant.LIMBO']));
  });
});

it('the hash pins chart and input, and survives a clone', () => {
  const same = procedure('establishment', structuredClone(establishmentConfig), whole);
  expect(same.hash).toBe(procedureFor(pack).hash);
  expect(procedure('establishment', establishmentConfig, input).hash).not.toBe(same.hash);
});
