import { completeCreditCode } from '../../../../libs/law/src/index.js';
import { ProblemError, took, type Api, type CaseView } from '../../../../libs/client/src/index.js';
import { randomIds } from '../../../../libs/platform/src/index.js';
import type { EventType } from '../../../../libs/procedures/src/index.js';
import { demoPdf } from '../tour/papers.js';
import type { Office } from './office.js';

type Payload = Record<string, unknown>;

/** Who sits where. */
const SEAT: Readonly<Record<string, string>> = {
  windowClerk: 'clerk',
  reviewer: 'reviewer',
  legalReviewer: 'legal',
  decisionMaker: 'head',
  registrar: 'registrar',
};
const TEAM = ['edu1', 'edu2', 'health1', 'health2', 'market1', 'market2'];
const CLOSED = ['ARCHIVED', 'WITHDRAWN', 'DISCONTINUED', 'NOT_REQUIRED', 'NOT_COMPETENT', 'DISCARDED'];

/** What each desk does first of what the server allows it. */
const IN_TURN: Readonly<Record<string, readonly EventType[]>> = {
  windowClerk: ['accept', 'enterFiling', 'beginReview', 'recordVerdicts'],
  reviewer: ['arrangeSiteCheck', 'concludeReview', 'proposeGrant'],
  legalReviewer: ['passLegality'],
  decisionMaker: ['grant'],
  registrar: [
    'serve',
    'recordRegistration',
    'recordClaimsPaid',
    'takeBackLicence',
    'destroySeals',
    'recordDeregistration',
    'announceClosure',
  ],
  sponsor: ['reportLiquidation'],
};

/** What two opinions say beside their result: how many experts classified, and which department speaks. */
const OPINIONS: Readonly<Record<string, (form: Payload) => Payload>> = {
  classification_opinion: () => ({ experts: 3 }),
  line_department_opinion: ({ trainingField }) => ({ lineDepartment: trainingField }),
};

/** Takes a case from a filled form to its closed file: whoever has it does what `allowed[]` offers, nothing else. */
export class Desk {
  private readonly creditCodes = new Map<string, string>();

  constructor(private readonly office: Office) {}

  /** @returns the closed case as the registrar sees it */
  async play(applicant: string, matter: string, fields: Payload): Promise<CaseView> {
    return this.submit(applicant, matter, fields).then((caseId) => this.goOn(caseId, applicant));
  }

  /** @param until where to stop before the file is closed */
  async goOn(caseId: string, applicant: string, until: (view: CaseView) => boolean = () => false): Promise<CaseView> {
    for (let turns = 0; turns < 100; turns += 1) {
      await this.office.work();
      const view = await this.view(caseId, 'registrar');
      if (CLOSED.includes(view.state) || until(view)) return view;
      await this.turn(caseId, view, applicant);
    }
    throw new Error(`${caseId} does not come to an end`);
  }

  async submit(applicant: string, matter: string, fields: Payload): Promise<string> {
    const caseId = await this.draft(applicant, matter, fields);
    await this.command(await this.office.as(applicant), caseId, 'submit', {});
    return caseId;
  }

  /** A filled form with every paper, not yet submitted. */
  async draft(applicant: string, matter: string, fields: Payload): Promise<string> {
    const api = await this.office.as(applicant);
    const { caseId } = took(await api.http.POST('/api/cases', { body: { commandId: randomIds.uuid(), matter } }));
    const path = { id: caseId };
    took(await api.http.PATCH('/api/cases/{id}/draft', { params: { path }, body: { fields } }));
    const { materials } = took(await api.http.GET('/api/cases/{id}', { params: { path } }));
    for (const { lineId, nameZh } of materials.filter(({ source, applicable }) => source === 'upload' && applicable))
      await api.upload({ caseId, lineId }, { name: `${nameZh}.pdf`, bytes: demoPdf(`${lineId} ${caseId}`) });
    return caseId;
  }

  private async turn(caseId: string, view: CaseView, applicant: string): Promise<void> {
    if (view.owner === 'educationInspector') return this.visit(caseId);
    if (view.owner === 'system') throw new Error(`nothing moves ${caseId} in ${view.state}`);
    const login = view.owner === 'sponsor' ? applicant : (SEAT[view.owner] ?? '');
    const seen = await this.view(caseId, login);
    if (view.owner === 'reviewer' && view.state === 'IN_REVIEW') await this.lookUp(caseId, seen);
    const offered = seen.allowed.map(({ event }) => event);
    const next = (IN_TURN[view.owner] ?? []).find((event) => offered.includes(event) && this.isDue(event, seen));
    if (!next) throw new Error(`${view.owner} has nothing to do in ${view.state}: ${offered.join()}`);
    await this.act(login, caseId, next, seen);
  }

  /** A team is sent where somebody has to be visited; what is settled is concluded. */
  private isDue(event: EventType, { allowed }: CaseView): boolean {
    return event !== 'recordVerdicts' || !allowed.some((other) => other.event === 'accept');
  }

  private async act(login: string, caseId: string, event: EventType, seen: CaseView): Promise<void> {
    const api = await this.office.as(login);
    try {
      await this.command(api, caseId, event, await this.payloadOf(event, seen));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.code !== 'DELIBERATION_OWED') throw error;
      await this.discuss(caseId);
      await this.command(api, caseId, event, await this.payloadOf(event, seen));
    }
  }

  private async payloadOf(event: EventType, seen: CaseView): Promise<Payload> {
    const { today } = this.office;
    const { materials } = seen;
    switch (event) {
      case 'recordVerdicts':
        return {
          verdicts: materials.filter(({ applicable }) => applicable).map(({ lineId }) => ({ lineId, verdict: 'ok' })),
        };
      case 'arrangeSiteCheck':
        return { plannedOn: today, members: await Promise.all(TEAM.map((login) => this.accountOf(login))) };
      case 'proposeGrant':
      case 'passLegality':
      case 'grant':
        return { opinion: '演示意见：材料齐全，核验通过。' };
      case 'serve':
        return { channel: 'electronic' };
      case 'recordRegistration':
        return { creditCode: this.creditCodeOf(seen), registeredOn: today };
      case 'reportLiquidation':
        return { completedOn: today, madeBy: '演示清算组', report: '演示清算结果：无其他债务' };
      case 'recordClaimsPaid':
        return { refundsPaidOn: today, wagesPaidOn: today, debtsPaidOn: today };
      case 'takeBackLicence':
        return { returnedOn: today };
      case 'destroySeals':
        return { destroyedOn: today, seals: '公章、财务专用章' };
      case 'recordDeregistration':
        return { deregisteredOn: today };
      default:
        return {};
    }
  }

  /** The code of a school that goes on, or a new one: of a company for who works for profit, of a civil unit for others. */
  private creditCodeOf({ form, licenceNumber }: CaseView): string {
    const known = this.creditCodes.get(String(form['licenceNumber'] ?? ''));
    if (known) return known;
    const kind = form['nature'] === 'for_profit' ? '91150203MB' : '52150203MJ';
    const code = completeCreditCode(`${kind}${String(this.creditCodes.size + 1).padStart(6, '0')}`);
    this.creditCodes.set(licenceNumber ?? '', code);
    return code;
  }

  /** What the bureau fetches from other registers; a lane that this case does not call for is not recorded. */
  private async lookUp(caseId: string, { matter, attestations, form }: CaseView): Promise<void> {
    const reviewer = await this.office.as('reviewer');
    const guide = took(await reviewer.http.GET('/api/matters/{code}', { params: { path: { code: matter } } }));
    const done = attestations.map(({ lane }) => lane);
    for (const { lane, how } of guide.attestations) {
      if (how === 'joint_site_check' || done.includes(lane)) continue;
      const opinion = OPINIONS[lane]?.(form) ?? {};
      const payload = { lane, result: 'pass', source: '演示登记系统查询', checkedOn: this.office.today, ...opinion };
      await this.command(reviewer, caseId, 'recordAttestation', payload).catch((error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
      });
    }
  }

  private async visit(caseId: string): Promise<void> {
    for (const login of TEAM) {
      const api = await this.office.as(login);
      const { items } = took(await api.http.GET('/api/visits'));
      const visit = items.find((one) => one.caseId === caseId);
      if (!visit) continue;
      const path = { id: visit.id };
      const answers = visit.checklist.map(({ id }) => ({ itemId: id, answer: 'pass' as const }));
      const contentHash =
        visit.result?.contentHash ??
        took(await api.http.PUT('/api/visits/{id}/checklist', { params: { path }, body: { answers } })).contentHash;
      took(await api.http.POST('/api/visits/{id}/signature', { params: { path }, body: { contentHash } }));
    }
  }

  /** Collective discussion (集体讨论), where a matter asks for it: opinions first, the head last. */
  private async discuss(caseId: string): Promise<void> {
    const head = await this.office.as('head');
    const members = ['registrar', 'supervisor'];
    const room = `/api/cases/${caseId}/meetings`;
    const { meetingId } = (await this.sent(head, room, {
      members: await Promise.all(members.map((login) => this.accountOf(login))),
    })) as { meetingId: string };
    for (const login of members)
      await this.sent(await this.office.as(login), `${room}/${meetingId}/opinions`, {
        stance: 'grant',
        opinion: '演示意见：情况属实',
      });
    await this.sent(head, `${room}/${meetingId}/conclusion`, {
      outcome: 'grant',
      reasons: '演示理由：条件已具备',
      minutes: '演示纪要：各人意见如上',
    });
  }

  private async sent(api: Api, path: string, body: Payload): Promise<unknown> {
    const response = await api.send('POST', path, body);
    const answer = (await response.json()) as { code?: string };
    if (!response.ok) throw new Error(`${path}: ${answer.code}`);
    return answer;
  }

  async command(api: Api, id: string, type: EventType, payload: Payload): Promise<void> {
    const body = { commandId: randomIds.uuid(), type, payload };
    took(await api.http.POST('/api/cases/{id}/commands', { params: { path: { id } }, body }));
  }

  async view(id: string, login: string): Promise<CaseView> {
    const api = await this.office.as(login);
    return took(await api.http.GET('/api/cases/{id}', { params: { path: { id } } }));
  }

  private async accountOf(login: string): Promise<string> {
    return took(await (await this.office.as(login)).http.GET('/api/session')).account.id;
  }
}
