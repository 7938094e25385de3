import { Api, took, type CaseView } from '../../../../libs/client/src/index.js';
import type { EstablishmentForm } from '../../../../libs/law/src/index.js';
import { randomIds } from '../../../../libs/platform/src/index.js';
import { DEMO_PASSWORD } from '../../../api/src/demo.js';
import { demoForm } from '../tour/form.js';
import { demoPdf } from '../tour/papers.js';

export interface Answered {
  status: number;
  /** The problem of a refused request, the answer of one that was not. */
  body: Record<string, unknown>;
}

/** A running demo system, with everybody in it, as an offender uses it: over HTTP and with no key of its own. */
export class Stage {
  private readonly people = new Map<string, Promise<Api>>();

  constructor(readonly url: string) {}

  /** Somebody of the demo accounts, logged in. */
  as(login: string): Promise<Api> {
    const found = this.people.get(login) ?? this.login(login);
    this.people.set(login, found);
    return found;
  }

  /**
   * Any request, with the session of the one who sends it; answers whatever it is.
   * @throws Error where the system fell over or would not listen: that withstands nothing, and counts as no refusal
   */
  async send(login: string, method: string, path: string, body?: unknown): Promise<Answered> {
    const api = await this.as(login);
    const response = await api.send(method, path, body);
    if (response.status >= 500 || response.status === 429)
      throw new Error(`${login} ${method} ${path}: answered ${response.status}, which is no refusal`);
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: json ? (JSON.parse(text) as Record<string, unknown>) : {} };
  }

  /** A command on a case, which may be refused. */
  command(login: string, caseId: string, type: string, payload: object = {}): Promise<Answered> {
    return this.send(login, 'POST', `/api/cases/${caseId}/commands`, { commandId: randomIds.uuid(), type, payload });
  }

  /** A command that must succeed, because the offence comes after it. */
  async does(login: string, caseId: string, type: string, payload: object = {}): Promise<void> {
    const { status, body } = await this.command(login, caseId, type, payload);
    if (status >= 400) throw new Error(`${login} could not ${type}: ${JSON.stringify(body)}`);
  }

  async view(caseId: string, login = 'sponsor'): Promise<CaseView> {
    const api = await this.as(login);
    return took(await api.http.GET('/api/cases/{id}', { params: { path: { id: caseId } } }));
  }

  /** A complete draft of the demo sponsor, every paper handed in. */
  async drafted(change: Partial<EstablishmentForm> = {}): Promise<string> {
    const api = await this.as('sponsor');
    const body = { commandId: randomIds.uuid(), matter: 'EST-DIRECT' };
    const { caseId } = took(await api.http.POST('/api/cases', { body }));
    const fields = { ...demoForm(this.freshName()), ...change } as unknown as Record<string, never>;
    took(await api.http.PATCH('/api/cases/{id}/draft', { params: { path: { id: caseId } }, body: { fields } }));
    for (const { lineId, source, applicable } of (await this.view(caseId)).materials)
      if (source === 'upload' && applicable) await this.upload(caseId, lineId);
    return caseId;
  }

  async upload(caseId: string, lineId: string, login = 'sponsor'): Promise<void> {
    const bytes = demoPdf(`${lineId} ${randomIds.uuid()}`);
    await (await this.as(login)).upload({ caseId, lineId }, { name: `${lineId}.pdf`, bytes });
  }

  async submitted(change: Partial<EstablishmentForm> = {}): Promise<string> {
    const caseId = await this.drafted(change);
    await this.does('sponsor', caseId, 'submit');
    return caseId;
  }

  /** A verdict on every line that applies: deficient for those named, with the words given, ok for the others. */
  async verdicts(caseId: string, deficient: Readonly<Record<string, string>> = {}) {
    const { materials } = await this.view(caseId);
    return materials
      .filter(({ applicable }) => applicable)
      .map(({ lineId }) => {
        const reason = deficient[lineId];
        return reason ? { lineId, verdict: 'deficient', reason } : { lineId, verdict: 'ok' };
      });
  }

  async accepted(change: Partial<EstablishmentForm> = {}): Promise<string> {
    const caseId = await this.submitted(change);
    await this.does('clerk', caseId, 'recordVerdicts', { verdicts: await this.verdicts(caseId) });
    await this.does('clerk', caseId, 'accept');
    return caseId;
  }

  /** An invented name (演示) that no case of this run has had. */
  private freshName(): string {
    const digits = randomIds.uuid().replace(/\D/g, '').slice(0, 8);
    return `包头市昆都仑区演示${[...digits].map((digit) => '零一二三四五六七八九'.charAt(Number(digit))).join('')}幼儿园`;
  }

  private async login(login: string): Promise<Api> {
    const api = new Api(this.url);
    await api.login(login, DEMO_PASSWORD);
    return api;
  }
}
