import { join } from 'node:path';
import { completeCreditCode } from '../../../../libs/law/src/index.js';
import { ProblemError, took, type Api, type CaseView, type components } from '../../../../libs/client/src/index.js';
import { randomIds } from '../../../../libs/platform/src/index.js';
import { projectRoot } from '../../../../libs/platform/src/project-root.js';
import { readSettings } from '../../../../libs/platform/src/settings/index.js';
import { DEMO_PASSWORD } from '../../../api/src/demo.js';
import { demoForm } from './form.js';
import { demoJpeg, demoPdf } from './papers.js';
import { TourRun, type TourStep } from './run.js';

/** Plays one kindergarten from the first login to the archived licence, over HTTP, every role in turn. */
export async function tour(args: string[]): Promise<number> {
  const json = args.includes('--json');
  const url = args.includes('--url')
    ? (args[args.indexOf('--url') + 1] ?? '')
    : `http://127.0.0.1:${readSettings(process.env).port}`;
  const tell = (step: TourStep): void => {
    if (!json)
      process.stdout.write(
        `${step.at}  ${step.actor.padEnd(10)} ${step.command.padEnd(32)} ${step.state.padEnd(20)} ${step.clock}\n`,
      );
  };
  const run = TourRun.open(join(projectRoot(), '.data', 'tour.json'), url, randomIds.uuid(), tell);
  const story = new Story(run);
  try {
    const result = await story.play();
    run.finish();
    process.stdout.write(
      json
        ? `${JSON.stringify(result)}\n`
        : `\n${result.licenceNumber} · ${result.finalState} · trips ${result.trips}\n`,
    );
    return result.ok ? 0 : 1;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (json)
      process.stdout.write(`${JSON.stringify({ ok: false, caseId: run.caseId, error: reason, steps: run.steps })}\n`);
    process.stderr.write(`tour stopped: ${reason}\n`);
    if (error instanceof ProblemError) run.finish(); // a refusal would come again; what was cut off is kept and resumed
    return 1;
  }
}

type Payload = Record<string, unknown>;

class Story {
  constructor(private readonly run: TourRun) {}

  async play() {
    await this.draft();
    await this.intake();
    await this.review();
    await this.decision();
    const { licenceNumber, licencePdf } = await this.delivery();
    const end = await this.view();
    const found = took(
      await (
        await this.staff('clerk')
      ).http.GET('/api/public/register', { params: { query: { q: this.name.slice(8, 12) } } }),
    );
    const licence = took(
      await (
        await this.staff('clerk')
      ).http.GET('/api/public/licences/{number}', { params: { path: { number: licenceNumber } } }),
    );
    const ok =
      end.state === 'ARCHIVED' &&
      end.trips.demanded <= 1 &&
      found.items.some(({ name }) => name === this.name) &&
      licence.state === 'OPERATING';
    return {
      ok,
      caseId: this.run.caseId,
      finalState: end.state,
      trips: end.trips.demanded,
      licenceNumber,
      licencePdf,
      steps: this.run.steps,
    };
  }

  private get name(): string {
    const digits = this.run.runId.replace(/-/g, '').slice(0, 4);
    return `包头市昆都仑区演示${[...digits].map((digit) => '零一二三四五六七八九甲乙丙丁戊己'.charAt(parseInt(digit, 16))).join('')}幼儿园`;
  }
  private get login(): string {
    return `tour-${this.run.runId.slice(0, 8)}`;
  }
  private sponsor = (): Promise<Api> => this.run.as(this.login, DEMO_PASSWORD);
  private staff = (login: string): Promise<Api> => this.run.as(login, DEMO_PASSWORD);

  private async view(): Promise<CaseView> {
    return took(
      await (await this.sponsor()).http.GET('/api/cases/{id}', { params: { path: { id: this.run.caseId } } }),
    );
  }
  private maybeView = async (): Promise<CaseView | null> => (this.run.caseId ? this.view() : null);

  /** One command as one step of the story. */
  private async command(
    login: string,
    type: string,
    payload: () => Payload | Promise<Payload> = () => ({}),
    label = type,
  ): Promise<void> {
    await this.run.step(
      login,
      label,
      async () => {
        const body = { commandId: this.run.commandId(`${login} ${label}`), type, payload: await payload() };
        const api = login === 'sponsor' ? await this.sponsor() : await this.staff(login);
        took(await api.http.POST('/api/cases/{id}/commands', { params: { path: { id: this.run.caseId } }, body }));
      },
      this.maybeView,
    );
  }

  private act(login: string, label: string, work: () => Promise<unknown>): Promise<void> {
    return this.run.step(login, label, work, this.maybeView);
  }

  /** Days pass on the development clock; a tour does not wait for them. */
  private async nextDay(label: string): Promise<void> {
    const api = await this.staff('sysadmin');
    const { today } = took(await api.http.GET('/api/clock'));
    const day = this.run.keep(`day ${label}`, () =>
      new Date(Date.parse(`${today}T09:00:00+08:00`) + 86_400_000).toISOString(),
    );
    await this.act('sysadmin', `next day: ${label}`, async () => {
      await api.http.POST('/api/clock', { body: { to: day } }); // refused when another tour has moved it further: fine
    });
  }

  private async today(): Promise<string> {
    return took(await (await this.staff('sysadmin')).http.GET('/api/clock')).today;
  }

  private async draft(): Promise<void> {
    const anyone = await this.staff('clerk');
    await this.act('sponsor', 'register', async () => {
      const { error } = await anyone.http.POST('/api/accounts', {
        body: { login: this.login, password: DEMO_PASSWORD, displayName: '演示举办者甲' },
      });
      if (error && (error as { code: string }).code !== 'LOGIN_TAKEN') took({ error });
    });
    await this.act('sponsor', 'read the guide', async () => {
      const guide = took(
        await (await this.sponsor()).http.GET('/api/matters/{code}', { params: { path: { code: 'EST-DIRECT' } } }),
      );
      if (guide.maxTrips > 1 || guide.fee.amount !== 0 || !guide.certificate?.holds)
        throw new Error('the guide promises too much');
    });
    await this.act('sponsor', 'open a draft', async () => {
      const body = { commandId: this.run.commandId('open'), matter: 'EST-DIRECT' };
      const { caseId } = took(await (await this.sponsor()).http.POST('/api/cases', { body }));
      this.run.keep('caseId', () => caseId);
    });
    await this.act('sponsor', 'fill in, field by field', async () => {
      for (const [field, value] of Object.entries(demoForm(this.name))) {
        took(
          await (
            await this.sponsor()
          ).http.PATCH('/api/cases/{id}/draft', {
            params: { path: { id: this.run.caseId } },
            body: { fields: { [field]: value } },
          }),
        );
      }
    });
    await this.act('sponsor', 'leave and come back elsewhere', async () => {
      this.run.forget(this.login);
      const { form } = await this.view();
      if (form['schoolName'] !== this.name) throw new Error('the draft was not there');
    });
    await this.act('sponsor', 'upload the papers', async () => {
      const { materials } = await this.view();
      for (const [i, { lineId }] of materials
        .filter(({ source, applicable }) => source === 'upload' && applicable)
        .entries())
        await this.upload(lineId, i % 5 === 4);
    });
  }

  private async upload(lineId: string, photo = false, title = lineId): Promise<void> {
    const { materials } = await this.view();
    const name = materials.find((line) => line.lineId === lineId)?.nameZh ?? lineId;
    const file = photo ? { name: `${name}.jpg`, bytes: demoJpeg() } : { name: `${name}.pdf`, bytes: demoPdf(title) };
    await (await this.sponsor()).upload({ caseId: this.run.caseId, lineId }, file);
  }

  private async verdicts(deficient?: string): Promise<Payload> {
    const { materials } = await this.view();
    const lines = materials.filter(({ applicable }) => applicable);
    return {
      verdicts: lines.map(({ lineId }) =>
        lineId === deficient
          ? { lineId, verdict: 'deficient', reason: '缺少应急预案，请补一份签字的应急预案' }
          : { lineId, verdict: 'ok' },
      ),
    };
  }

  private async intake(): Promise<void> {
    await this.act('sponsor', 'request pre-review', async () => {
      took(
        await (
          await this.sponsor()
        ).http.POST('/api/cases/{id}/pre-review', { params: { path: { id: this.run.caseId } } }),
      );
    });
    await this.act('clerk', 'answer pre-review', async () => {
      const body = (await this.verdicts('EST-POLICY')) as components['schemas']['PreReviewAnswerDto'];
      took(
        await (
          await this.staff('clerk')
        ).http.POST('/api/cases/{id}/pre-review/answer', { params: { path: { id: this.run.caseId } }, body }),
      );
    });
    await this.command('sponsor', 'submit');
    await this.act('sponsor', 'receipt in hand', () => this.document('receipt'));
    await this.nextDay('intake');
    await this.command('clerk', 'recordVerdicts', () => this.verdicts('EST-POLICY'));
    await this.command('clerk', 'issueCorrectionNotice');
    await this.act('sponsor', 'upload what was missing', () => this.upload('EST-POLICY', false, 'EST-POLICY signed'));
    await this.command('sponsor', 'supplyCorrections');
    await this.command('clerk', 'recordVerdicts', () => this.verdicts(), 'recordVerdicts again');
    await this.command('clerk', 'accept');
  }

  private async review(): Promise<void> {
    const checkedOn = await this.keepToday('looked up on');
    for (const lane of ['hygiene_evaluation', 'fire_acceptance', 'name_lookup']) {
      await this.command(
        'reviewer',
        'recordAttestation',
        () => ({ lane, result: 'pass', source: `演示登记系统查询 ${lane}`, checkedOn }),
        `look up ${lane}`,
      );
    }
    await this.command('reviewer', 'serveSpecialProcedureNotice', () => ({
      ground: 'appraisal',
      institution: '演示房屋安全鉴定机构',
      reason: '需要核实房屋结构安全',
      announcedDays: 6,
    }));
    await this.visit('arrangeSiteCheck', ['edu1', 'edu2', 'health1', 'health2', 'market1', 'market2'], 'H-11');
    await this.command('sponsor', 'reportRectified');
    await this.visit('arrangeReCheck', ['health3', 'health4']);
    await this.command('reviewer', 'endSpecialProcedure', () => ({
      result: 'pass',
      report: '房屋结构安全，符合使用要求（演示）',
    }));
    await this.nextDay('clock runs on');
    await this.command('reviewer', 'concludeReview');
  }

  private async keepToday(key: string): Promise<string> {
    const today = await this.today();
    return this.run.keep(`${key}!`, () => today);
  }

  /** A visit on the next day: every department fills in its list, two officers of each sign. */
  private async visit(type: string, logins: string[], failing?: string): Promise<void> {
    const tomorrow = await this.today().then((today) =>
      this.run.keep(`planned ${type}`, () =>
        new Date(Date.parse(`${today}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10),
      ),
    );
    await this.command('reviewer', type, async () => {
      const { items } = took(await (await this.staff('reviewer')).http.GET('/api/staff'));
      const names = await Promise.all(
        logins.map(async (login) => took(await (await this.staff(login)).http.GET('/api/session')).account.id),
      );
      return { plannedOn: tomorrow, members: names.filter((id) => items.some((one) => one.id === id)) };
    });
    await this.nextDay(type);
    for (const login of logins) {
      await this.act(login, `${type}: check and sign`, async () => {
        const api = await this.staff(login);
        const visit = took(await api.http.GET('/api/visits')).items.find(
          ({ caseId, plannedOn }) => caseId === this.run.caseId && plannedOn === tomorrow,
        );
        if (!visit) throw new Error(`${login} has no visit`);
        const answers = visit.checklist.map(({ id }) =>
          id === failing
            ? { itemId: id, answer: 'fail' as const, note: '洗手池没有流水（演示）' }
            : { itemId: id, answer: 'pass' as const },
        );
        const contentHash =
          visit.result?.contentHash ??
          took(
            await api.http.PUT('/api/visits/{id}/checklist', { params: { path: { id: visit.id } }, body: { answers } }),
          ).contentHash;
        took(
          await api.http.POST('/api/visits/{id}/signature', {
            params: { path: { id: visit.id } },
            body: { contentHash },
          }),
        );
      });
    }
  }

  private async decision(): Promise<void> {
    await this.command('reviewer', 'proposeGrant', () => ({ opinion: '材料齐全，核验全部通过，建议准予。' }));
    await this.command('legal', 'passLegality', () => ({ opinion: '程序合法，依据正确。' }));
    await this.command('head', 'grant', () => ({ opinion: '同意。' }));
  }

  private async delivery(): Promise<{ licenceNumber: string; licencePdf: string }> {
    await this.act('system', 'print the licence', () =>
      this.run.until('the licence', async () => (await this.view()).state === 'ISSUED'),
    );
    await this.command('registrar', 'serve', () => ({ channel: 'electronic' }));
    await this.act('system', 'publish', () =>
      this.run.until('publication', async () => (await this.story()).includes('publish')),
    );
    const creditCode = completeCreditCode(`52150203${this.run.runId.replace(/\D/g, '').padEnd(8, '0').slice(0, 8)}`);
    const registeredOn = await this.keepToday('registered');
    await this.command('registrar', 'recordRegistration', () => ({ creditCode, registeredOn }));
    const original = await this.document('licenceOriginal');
    const { licenceNumber } = await this.view();
    return { licenceNumber: licenceNumber ?? '', licencePdf: `/api/documents/${original}` };
  }

  private async story(): Promise<string[]> {
    const { items } = took(
      await (await this.sponsor()).http.GET('/api/cases/{id}/events', { params: { path: { id: this.run.caseId } } }),
    );
    return items.map(({ type }) => type);
  }

  /** Waits for a document and reads it as its addressee does. */
  private async document(kind: string): Promise<string> {
    const ready = await this.run.until(kind, async () =>
      (await this.view()).documents.find((one) => one.kind === kind && one.ready),
    );
    const response = await (await this.sponsor()).bytes(`/api/documents/${ready.id}`);
    const head = Buffer.from(await response.arrayBuffer())
      .subarray(0, 5)
      .toString();
    if (!response.ok || head !== '%PDF-') throw new Error(`${kind} is no PDF`);
    return ready.id;
  }
}
