import { sha256 } from '../../../libs/platform/src/index.js';
import { DEMO_PASSWORD } from '../../../apps/api/src/demo.js';
import { demoPdf } from '../../../apps/cli/src/tour/papers.js';
import type { CaseView } from '../../../libs/client/src/index.js';
import type { Dice } from '../dice.js';
import type { Ledger } from './ledger.js';
import type { Heard, Person, Telephone } from './telephone.js';

interface Sent {
  person: Person;
  path: string;
  body: { commandId: string; type?: string };
}

/** Everybody in it, with all they know of each other: sessions, letters sent before, what was heard. */
export class Town {
  private readonly people = new Map<string, Promise<Person>>();
  /** Commands that were accepted, to be sent once more when others have followed. */
  private readonly letters: Sent[] = [];

  constructor(
    readonly telephone: Telephone,
    readonly ledger: Ledger,
  ) {}

  as(login: string): Promise<Person> {
    const person = this.people.get(login) ?? this.enter(login);
    this.people.set(login, person);
    person.catch(() => this.people.delete(login)); // the next one tries again
    return person;
  }

  async view(caseId: string, login: string): Promise<CaseView | null> {
    const { status, body } = await this.get<CaseView>(login, `/api/cases/${caseId}`);
    return status === 200 ? body : null;
  }

  /** Reads as somebody, who logs in again where the session is gone. */
  async get<T>(login: string, path: string): Promise<Heard<T>> {
    const heard = await this.telephone.insist<T>(await this.as(login), 'GET', path);
    if (heard.status === 401) this.people.delete(login);
    return heard;
  }

  async send<T = Record<string, unknown>>(
    login: string,
    method: string,
    path: string,
    body?: object,
  ): Promise<Heard<T>> {
    return this.telephone.insist<T>(await this.as(login), method, path, body);
  }

  /**
   * A command in one of the ways in which commands come: once; twice at the same moment; by somebody who hangs up before
   * the answer and calls again. Now and then one of long ago comes once more, after later ones.
   */
  async command(
    dice: Dice,
    login: string,
    path: string,
    what: { type?: string; [field: string]: unknown },
  ): Promise<Heard> {
    const person = await this.as(login);
    const sent = { person, path, body: { commandId: dice.id(), ...what } };
    const manner = dice.next();
    if (manner < 0.12) {
      await this.telephone.ask(person, 'POST', path, sent.body, dice.whole(1, 40));
    } else if (manner < 0.24) await Promise.all([this.deliver(sent), this.deliver(sent)]);
    const heard = await this.deliver(sent);
    if (heard.status < 300 && heard.status > 0) this.letters.push(sent);
    if (this.letters.length > 0 && dice.chance(0.12)) await this.deliver(dice.one(this.letters));
    return heard;
  }

  /** Saves fields of a draft. */
  async save(login: string, caseId: string, fields: Record<string, unknown>): Promise<Heard<{ version: number }>> {
    const heard = await this.send<{ version: number }>(login, 'PATCH', `/api/cases/${caseId}/draft`, { fields });
    if (heard.status === 200) this.ledger.draft(caseId, heard.body.version, fields);
    return heard;
  }

  async upload(dice: Dice, login: string, caseId: string, lineId: string): Promise<void> {
    const bytes = demoPdf(`${lineId} ${dice.id()}`);
    const body = new FormData();
    body.set('caseId', caseId);
    body.set('lineId', lineId);
    body.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), `${lineId}.pdf`);
    const { status, body: taken } = await this.telephone.insist<{ id: string; hash: string }>(
      await this.as(login),
      'POST',
      '/api/files',
      body,
    );
    if (status !== 201) return;
    this.ledger.file(taken.id, caseId, taken.hash);
    if (taken.hash !== sha256(Buffer.from(bytes)))
      this.ledger.contradictions.push(`file ${taken.id} was taken in as other bytes`);
  }

  private async deliver({ person, path, body }: Sent): Promise<Heard> {
    const heard = await this.telephone.insist(person, 'POST', path, body);
    if (heard.status === 200 || heard.status === 201)
      this.ledger.command(body.commandId, body.type ?? 'open', heard.body);
    return heard;
  }

  private async enter(login: string): Promise<Person> {
    const person: Person = { login, cookie: '', csrf: '', accountId: '' };
    const secret = { login, password: DEMO_PASSWORD };
    if (login.startsWith('chaos-')) await this.register(login);
    const { status, body } = await this.telephone.insist<{ csrf: string; account: { id: string } }>(
      person,
      'POST',
      '/api/session',
      secret,
    );
    if (status !== 200) throw new NoLogin(login, status);
    person.csrf = body.csrf;
    person.accountId = body.account.id;
    return person;
  }

  private async register(login: string): Promise<void> {
    const body = { login, password: DEMO_PASSWORD, displayName: `演示举办者${login.slice(6)}` };
    const { status, body: account } = await this.telephone.insist<{ id: string }>(null, 'POST', '/api/accounts', body);
    if (status === 201) this.ledger.account(account.id, login);
  }
}

/** Nobody answered for too long, or the answer was no. */
export class NoLogin extends Error {
  constructor(login: string, status: number) {
    super(`${login} cannot log in: ${status || 'no answer'}`);
  }
}
