import { setTimeout as pause } from 'node:timers/promises';
import type { CaseView } from '../../../libs/client/src/index.js';
import { kindergarten, newAddress, newName, tutoringInstitution } from '../../../apps/cli/src/year/forms.js';
import type { Dice } from '../dice.js';
import { PAYLOADS, TEAM } from './payloads.js';
import type { Heard } from './telephone.js';
import { NoLogin, type Town } from './town.js';

/** How many cases are under way at once: enough that some are forgotten until the law acts by itself. */
const UNDER_WAY = 30;
const CLOSED = ['ARCHIVED', 'WITHDRAWN', 'DISCONTINUED', 'NOT_REQUIRED', 'NOT_COMPETENT', 'DISCARDED'];
const APPLICANTS = ['sponsor', 'sponsor2', 'chaos-one', 'chaos-two', 'chaos-three'];

/** Who sits where; those who stand in do so now and then. */
const SEATS: Readonly<Record<string, readonly string[]>> = {
  windowClerk: ['clerk', 'clerk', 'clerk2'],
  reviewer: ['reviewer'],
  legalReviewer: ['legal'],
  decisionMaker: ['head'],
  registrar: ['registrar'],
};

/** What leads on, the first that is offered; anything else that is offered is done now and then. */
const LEADS_ON = [
  'accept',
  'enterFiling',
  'beginReview',
  'recordVerdicts',
  'endSpecialProcedure',
  'arrangeSiteCheck',
  'arrangeReCheck',
  'recordAttestation',
  'concludeReview',
  'proposeGrant',
  'passLegality',
  'grant',
  'serve',
  'recordRegistration',
  'supplyCorrections',
  'supplyUnmetLines',
  'reportRectified',
  'reportLiquidation',
  'recordClaimsPaid',
  'takeBackLicence',
  'destroySeals',
  'recordDeregistration',
  'announceClosure',
];
/** Steps that end a case early, or a school: rare. */
const RARE = ['withdraw', 'proposeRefusal', 'refuse', 'sendBackProposal', 'objectToProposal'];

interface UnderWay {
  /** Filled in, shown for pre-review, and not submitted yet. */
  drafted: boolean;
  caseId: string;
  applicant: string;
  matter: string;
}

/** The people of the town: each does one small thing after another, in whichever case comes to hand. */
export class Hands {
  private readonly underWay: UnderWay[] = [];
  private readonly licensed: { number: string; applicant: string }[] = [];
  private readonly lookUps = new Map<string, Promise<string[]>>();
  /** Results that a case does not call for, as the system has said: case and lane. */
  private readonly notAsked = new Set<string>();
  private names = 0;
  private stopped = false;
  opened = 0;
  closed = 0;

  constructor(
    private readonly town: Town,
    private readonly dice: Dice,
  ) {}

  /** @returns when all of them have stopped, after `stop` */
  async work(people: number): Promise<void> {
    await Promise.all(Array.from({ length: people }, (_, n) => this.oneOf(this.dice.of(`person ${n}`))));
  }

  stop(): void {
    this.stopped = true;
  }

  private async oneOf(dice: Dice): Promise<void> {
    while (!this.stopped) {
      await this.act(dice).catch((error: unknown) => {
        if (!(error instanceof NoLogin)) throw error;
      });
      await pause(dice.whole(5, 60));
    }
  }

  private async act(dice: Dice): Promise<void> {
    if (dice.chance(0.08)) return this.lookAtRegister(dice);
    if (this.underWay.length < UNDER_WAY && dice.chance(this.underWay.length < 8 ? 0.7 : 0.12)) return this.apply(dice);
    if (this.underWay.length > 0) await this.turn(dice, dice.one(this.underWay));
  }

  /** Opens a case, fills in its form in parts, hands in its papers, submits it. */
  private async apply(dice: Dice): Promise<void> {
    const { matter, applicant, fields } = this.wish(dice);
    const opened = await this.town.command(dice, applicant, '/api/cases', { matter });
    const caseId = opened.body['caseId'];
    if (typeof caseId !== 'string') return;
    this.opened += 1;
    await this.fillIn(dice, applicant, caseId, fields);
    const view = await this.town.view(caseId, applicant);
    for (const { lineId } of (view?.materials ?? []).filter(
      ({ source, applicable }) => source === 'upload' && applicable,
    ))
      await this.town.upload(dice, applicant, caseId, lineId);
    const drafted = dice.chance(0.3);
    if (drafted) await this.town.send(applicant, 'POST', `/api/cases/${caseId}/pre-review`);
    else await this.command(dice, applicant, caseId, 'submit', {});
    this.underWay.push({ caseId, applicant, matter, drafted });
  }

  private wish(dice: Dice): { matter: string; applicant: string; fields: Record<string, unknown> } {
    const applicant = dice.one(APPLICANTS);
    const n = (this.names += 1);
    const held = this.licensed.length > 0 && dice.chance(0.4) ? dice.one(this.licensed) : null;
    if (held)
      return dice.chance(0.5)
        ? { matter: 'CHG-NAME', applicant: held.applicant, fields: newName(held.number, n) }
        : { matter: 'CHG-ADDR', applicant: held.applicant, fields: newAddress(held.number, n) };
    return dice.chance(0.5)
      ? { matter: 'EST-DIRECT', applicant, fields: kindergarten(n) }
      : { matter: 'TRN-NONSUBJ', applicant, fields: tutoringInstitution(n) };
  }

  /** Part by part, some of them at the same moment from two windows; the telephone number is thought over. */
  private async fillIn(dice: Dice, login: string, caseId: string, fields: Record<string, unknown>): Promise<void> {
    const entries = Object.entries(fields);
    const half = dice.whole(1, entries.length - 1);
    const parts = [entries.slice(0, half), entries.slice(half)].map((part) => Object.fromEntries(part));
    if (dice.chance(0.5)) await Promise.all(parts.map((part) => this.town.save(login, caseId, part)));
    else for (const part of parts) await this.town.save(login, caseId, part);
    const contactPhone = `138${String(dice.whole(0, 99_999_999)).padStart(8, '0')}`;
    if (dice.chance(0.5)) await this.town.save(login, caseId, { contactPhone });
  }

  private async turn(dice: Dice, one: UnderWay): Promise<void> {
    if (one.drafted) return this.submitAtLast(dice, one);
    const seen = await this.town.view(one.caseId, 'registrar');
    if (!seen) return this.forget(one); // a draft that was never submitted
    if (CLOSED.includes(seen.state)) return this.close(one, seen);
    if (seen.owner.endsWith('Inspector')) return this.visit(one.caseId);
    const login = seen.owner === 'sponsor' ? one.applicant : dice.one(SEATS[seen.owner] ?? ['registrar']);
    const view = await this.town.view(one.caseId, login);
    if (view) await this.step(dice, login, one, view);
  }

  private async submitAtLast(dice: Dice, one: UnderWay): Promise<void> {
    if (dice.chance(0.6)) return;
    one.drafted = false;
    await this.command(dice, one.applicant, one.caseId, 'submit', {});
  }

  private async step(dice: Dice, login: string, { caseId, matter }: UnderWay, view: CaseView): Promise<void> {
    const done = view.attestations.map(({ lane }) => lane);
    const asked = (lane: string): boolean => !done.includes(lane) && !this.notAsked.has(`${caseId} ${lane}`);
    const lookUps = (await this.lookUpsOf(matter)).filter(asked);
    const offered = view.allowed
      .map(({ event }) => event)
      .filter((event) => event in PAYLOADS && (event !== 'recordAttestation' || lookUps.length > 0))
      .filter((event) => event !== 'serveSpecialProcedureNotice' || view.openableGrounds.length > 0)
      .filter((event) => !RARE.includes(event) || dice.chance(0.04));
    const next = dice.chance(0.15) ? undefined : LEADS_ON.find((event) => offered.includes(event));
    const type = next ?? (offered.length > 0 ? dice.one(offered) : undefined);
    if (!type) return;
    if (view.owner === 'sponsor')
      for (const { lineId } of view.demands.filter(({ state }) => state === 'open'))
        await this.town.upload(dice, login, caseId, lineId);
    const accountOf = async (of: string): Promise<string> => (await this.town.as(of)).accountId;
    const payload = await PAYLOADS[type]?.({ dice, view, lookUps, accountOf });
    const { status } = await this.command(dice, login, caseId, type, payload ?? {});
    if (type === 'recordAttestation' && status >= 400) this.notAsked.add(`${caseId} ${String(payload?.['lane'])}`);
  }

  private command(dice: Dice, login: string, caseId: string, type: string, payload: object): Promise<Heard> {
    return this.town.command(dice, login, `/api/cases/${caseId}/commands`, { type, payload });
  }

  /** Every inspector fills in and signs what they were sent to in this case. */
  private async visit(caseId: string): Promise<void> {
    for (const login of [...TEAM, 'edu3', 'edu4', 'health3', 'health4', 'market3', 'market4']) {
      const { status, body } = await this.town.get<Visits>(login, '/api/visits');
      if (status !== 200) continue;
      for (const { id, checklist, result } of body.items.filter((one) => one.caseId === caseId && !one.signedByMe)) {
        const answers = checklist.map((item) => ({ itemId: item.id, answer: 'pass' }));
        const path = `/api/visits/${id}`;
        const filled = result ?? (await this.town.send(login, 'PUT', `${path}/checklist`, { answers })).body;
        const contentHash = filled['contentHash'];
        if (typeof contentHash !== 'string') continue;
        const signed = await this.town.send(login, 'POST', `${path}/signature`, { contentHash });
        const { accountId } = await this.town.as(login);
        if (signed.status === 200) this.town.ledger.signature(id, accountId, contentHash);
      }
    }
  }

  private async lookAtRegister(dice: Dice): Promise<void> {
    const { telephone, ledger } = this.town;
    const q = dice.one(['演示', '幼儿园', '培训']);
    await telephone.insist(null, 'GET', `/api/public/register?q=${encodeURIComponent(q)}`);
    if (this.licensed.length === 0) return;
    const { number } = dice.one(this.licensed);
    const { status, body } = await telephone.insist(null, 'GET', `/api/public/licences/${encodeURIComponent(number)}`);
    if (status === 200) ledger.licence(number, String(body['name']));
  }

  private lookUpsOf(matter: string): Promise<string[]> {
    const found = this.lookUps.get(matter) ?? this.readGuide(matter);
    this.lookUps.set(matter, found);
    return found;
  }

  private async readGuide(matter: string): Promise<string[]> {
    const { body } = await this.town.get<Guide>('reviewer', `/api/matters/${matter}`);
    return (body.attestations ?? []).filter(({ how }) => how !== 'joint_site_check').map(({ lane }) => lane);
  }

  private forget(one: UnderWay): void {
    const at = this.underWay.indexOf(one);
    if (at >= 0) this.underWay.splice(at, 1);
  }

  private close(one: UnderWay, { state, licenceNumber }: CaseView): void {
    this.forget(one);
    this.closed += 1;
    if (state !== 'ARCHIVED' || !licenceNumber || one.matter !== 'EST-DIRECT') return;
    this.licensed.push({ number: licenceNumber, applicant: one.applicant });
    this.town.ledger.licence(licenceNumber, '');
  }
}

interface Visits {
  items: {
    id: string;
    caseId: string;
    signedByMe: boolean;
    checklist: { id: string }[];
    result: { contentHash: string } | null;
  }[];
}
interface Guide {
  attestations?: { lane: string; how: string }[];
}
