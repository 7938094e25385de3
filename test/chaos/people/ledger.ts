import { appendFileSync } from 'node:fs';
import { canonicalJson } from '../../../libs/platform/src/index.js';

/** An accepted command as its sender heard it. */
export interface Accepted {
  commandId: string;
  caseId: string;
  type: string;
  version: number;
  state: string;
  /** The whole answer, to the letter. */
  answer: string;
}

/** What the people were told, kept where no fault reaches it: in this process, and line by line in a file. */
export class Ledger {
  readonly commands = new Map<string, Accepted>();
  /** Per case, in the order of the versions of the draft: which fields a save was acknowledged for. */
  readonly drafts = new Map<string, { version: number; fields: Record<string, unknown> }[]>();
  readonly files: { handInId: string; caseId: string; hash: string }[] = [];
  readonly accounts: { id: string; login: string }[] = [];
  readonly signatures: { visitId: string; accountId: string; contentHash: string }[] = [];
  readonly licences = new Map<string, string>();
  readonly calendars: { version: string; contentHash: string }[] = [];
  /** The furthest moment that the development clock was acknowledged at. */
  clock = '';
  /** The same command answered in two ways. */
  readonly contradictions: string[] = [];
  acknowledged = 0;

  constructor(private readonly path: string) {}

  command(commandId: string, type: string, body: unknown): void {
    const { caseId, version, state } = body as Accepted;
    const answer = canonicalJson(body);
    const before = this.commands.get(commandId);
    if (before && before.answer !== answer)
      this.contradictions.push(`command ${commandId} (${type}) was answered ${before.answer}, then ${answer}`);
    if (before) return this.note('repeat', { commandId });
    const accepted = { commandId, caseId, type, version, state, answer };
    this.commands.set(commandId, accepted);
    this.note('command', accepted);
  }

  draft(caseId: string, version: number, fields: Record<string, unknown>): void {
    const saves = this.drafts.get(caseId) ?? [];
    saves.push({ version, fields });
    this.drafts.set(caseId, saves);
    this.note('draft', { caseId, version, fields: Object.keys(fields) });
  }

  file(handInId: string, caseId: string, hash: string): void {
    this.files.push({ handInId, caseId, hash });
    this.note('file', { handInId, caseId, hash });
  }

  account(id: string, login: string): void {
    this.accounts.push({ id, login });
    this.note('account', { id, login });
  }

  signature(visitId: string, accountId: string, contentHash: string): void {
    this.signatures.push({ visitId, accountId, contentHash });
    this.note('signature', { visitId, accountId, contentHash });
  }

  licence(number: string, name: string): void {
    if (this.licences.has(number)) return;
    this.licences.set(number, name);
    this.note('licence', { number, name });
  }

  calendar(version: string, contentHash: string): void {
    this.calendars.push({ version, contentHash });
    this.note('calendar', { version, contentHash });
  }

  moved(now: string): void {
    if (now > this.clock) this.clock = now;
    this.note('clock', { now });
  }

  private note(kind: string, entry: object): void {
    this.acknowledged += 1;
    appendFileSync(this.path, `${JSON.stringify({ at: Math.round(performance.now()), kind, ...entry })}\n`);
  }
}
