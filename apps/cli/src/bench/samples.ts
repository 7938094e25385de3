import type { CaseView } from '../../../../libs/client/src/index.js';
import type { EventType } from '../../../../libs/procedures/src/index.js';
import { Desk } from '../year/desk.js';
import { kindergarten, newName, school, tutoringInstitution } from '../year/forms.js';
import type { Office } from '../year/office.js';
import { wordOf } from './words.js';

/** Cases of one applicant about one institution; what is copied together keeps together. */
export interface Family {
  sponsor: string;
  word: string;
  /** How many institutions it becomes; null: as many as there are copies of its one case. */
  schools: number | null;
}

/** A real case, made by real commands, of which there will be many. */
export interface Sample {
  name: string;
  family: Family;
  caseId: string;
  /** Copies: a share of what the pools leave, or a pool of its own for commands that are measured. */
  share?: number;
  pool?: Pool;
}

/** @property from the first institution of the family that its copies are about */
export interface Pool {
  part: number;
  least: number;
  most: number;
  from: number;
}

type Fields = Record<string, unknown>;
interface Story {
  name: string;
  share: number;
  matter: string;
  form: (word: string) => Fields;
  /** Where it stops; without it the case is taken to its end. */
  until?: (view: CaseView) => boolean;
  then?: readonly (readonly [login: string, type: EventType, payload: Fields])[];
}

const NAME = (word: string, kind = '幼儿园'): string => `包头市昆都仑区演示${word}${kind}`;
const ADDRESS = (word: string): Fields => ({ siteAddress: `内蒙古自治区包头市昆都仑区演示${word}路1号` });
const nursery = (word: string): Fields => ({ ...kindergarten(1), schoolName: NAME(word), ...ADDRESS(word) });
const tutoring = (word: string): Fields => ({
  ...tutoringInstitution(1),
  schoolName: NAME(word, '艺术培训有限公司'),
  trainingField: 'culture',
  ...ADDRESS(word),
});
const primary = (word: string): Fields => ({ ...school(1), schoolName: NAME(word, '小学'), ...ADDRESS(word) });

const at =
  (state: string, owner?: string) =>
  (view: CaseView): boolean =>
    view.state === state && (owner === undefined || view.owner === owner);
const received = at('RECEIVED');
const judged = (view: CaseView): boolean => received(view) && view.version === 2;
const CONTACT = { contactPhone: '04725550000', deliveryChannel: 'electronic', serviceConsent: true };
const PROSPECTUS = {
  title: '演示招生简章',
  medium: 'prospectus',
  publishedFrom: '2026-04-01',
  publishedUntil: '2026-08-31',
  promisesResults: false,
  usesEndorsements: false,
};
const REFUSAL = { reasons: '演示理由：核验没有通过', article: 'PSL 29' };
const SPONSOR = 'sponsor';

/** Cases that are about no institution yet; shares are parts of a thousand. */
const STORIES: readonly Story[] = [
  { name: 'draft', share: 170, matter: 'EST-DIRECT', form: nursery, until: at('DRAFT') },
  { name: 'received', share: 110, matter: 'EST-DIRECT', form: nursery, until: received },
  { name: 'judged', share: 70, matter: 'EST-DIRECT', form: nursery, until: judged },
  { name: 'tutoring received', share: 40, matter: 'TRN-NONSUBJ', form: tutoring, until: received },
  { name: 'in review', share: 80, matter: 'EST-DIRECT', form: nursery, until: at('IN_REVIEW') },
  { name: 'school in review', share: 20, matter: 'EST-DIRECT', form: primary, until: at('IN_REVIEW') },
  {
    name: 'to be visited',
    share: 20,
    matter: 'EST-DIRECT',
    form: nursery,
    until: at('IN_REVIEW', 'educationInspector'),
  },
  { name: 'examined', share: 25, matter: 'EST-DIRECT', form: nursery, until: at('EXAMINED') },
  { name: 'with the lawyers', share: 15, matter: 'TRN-NONSUBJ', form: tutoring, until: at('LEGALITY_REVIEW') },
  { name: 'to decide', share: 20, matter: 'EST-DIRECT', form: nursery, until: at('TO_DECIDE') },
  { name: 'issued', share: 10, matter: 'EST-DIRECT', form: nursery, until: at('ISSUED') },
  { name: 'served', share: 10, matter: 'EST-DIRECT', form: nursery, until: at('SERVED') },
  {
    name: 'to be corrected',
    share: 30,
    matter: 'EST-DIRECT',
    form: nursery,
    until: received,
    then: [
      ['clerk', 'recordVerdicts', { deficient: '演示理由：缺一页' }],
      ['clerk', 'issueCorrectionNotice', {}],
    ],
  },
  {
    name: 'withdrawn',
    share: 90,
    matter: 'EST-DIRECT',
    form: nursery,
    until: received,
    then: [[SPONSOR, 'withdraw', { reason: '演示理由：另作打算' }]],
  },
  {
    name: 'discarded',
    share: 120,
    matter: 'EST-DIRECT',
    form: nursery,
    until: at('DRAFT'),
    then: [[SPONSOR, 'discardDraft', {}]],
  },
  {
    name: 'refused',
    share: 10,
    matter: 'EST-DIRECT',
    form: nursery,
    until: at('IN_REVIEW'),
    then: [
      [
        'reviewer',
        'recordAttestation',
        { lane: 'fire_acceptance', result: 'fail', source: '演示查询', checkedOn: '2026-03-02' },
      ],
      ['reviewer', 'concludeReview', {}],
      ['reviewer', 'proposeRefusal', REFUSAL],
      ['legal', 'passLegality', { opinion: '演示意见：程序合法' }],
      ['head', 'refuse', REFUSAL],
    ],
  },
];

/** Institutions in the register, and what their applicants ask for afterwards: small cases, with two papers each. */
const SCHOOLS = [
  { matter: 'EST-DIRECT', form: nursery, schools: 9000, share: 40, changed: 120 },
  { matter: 'TRN-NONSUBJ', form: tutoring, schools: 800, share: 15, changed: 0 },
  { matter: 'EST-DIRECT', form: primary, schools: 200, share: 5, changed: 0 },
] as const;

/** Drafts to file and filed cases to accept; each about a school that has no other case of its kind. */
const DRAFTS: Pool = { part: 0.06, least: 2500, most: 4800, from: 0 };
const JUDGED: Pool = { part: 0.04, least: 2000, most: 4200, from: 4800 };

/** Plays every story once. */
export class Samples {
  private readonly desk: Desk;
  private families = 0;

  constructor(private readonly office: Office) {
    this.desk = new Desk(office);
  }

  async play(): Promise<Sample[]> {
    const played: Sample[] = [];
    for (const story of STORIES) {
      const family = this.family(null);
      played.push({ name: story.name, family, caseId: await this.tell(story, family), share: story.share });
    }
    for (const { matter, form, schools, share, changed } of SCHOOLS) {
      const family = this.family(schools);
      const opened = await this.desk.submit(family.sponsor, matter, form(family.word));
      const { id, licenceNumber } = await this.goTo(opened, family);
      played.push({ name: `licensed ${form.name}`, family, caseId: id, share });
      if (changed > 0) played.push(...(await this.changes(family, licenceNumber ?? '', changed)));
    }
    return played;
  }

  /** Each sample of a change of name asks for a name of its own, so that they can stand beside each other. */
  private async changes(family: Family, licenceNumber: string, share: number): Promise<Sample[]> {
    const form = (mark: string): Fields => ({
      ...newName(licenceNumber, 1),
      schoolName: `包头市昆都仑区演示${mark}${family.word}幼儿园`,
    });
    const { sponsor } = family;
    const drafted = await this.desk.draft(sponsor, 'CHG-NAME', form('新'));
    const toAccept = await this.desk.submit(sponsor, 'CHG-NAME', form('改'));
    await this.goTo(toAccept, family, judged);
    const filed = await this.desk.submit(sponsor, 'FILE-AD', {
      ...CONTACT,
      licenceNumber,
      advertisements: [PROSPECTUS],
    });
    await this.goTo(filed, family);
    return [
      { name: 'name to file', family, caseId: drafted, pool: DRAFTS },
      { name: 'name to accept', family, caseId: toAccept, pool: JUDGED },
      { name: 'prospectus filed', family, caseId: filed, share },
    ];
  }

  private async tell({ matter, form, until, then = [] }: Story, family: Family): Promise<string> {
    const { sponsor, word } = family;
    const caseId = await this.desk.draft(sponsor, matter, form(word));
    if (!until?.({ state: 'DRAFT' } as CaseView)) {
      await this.desk.command(await this.office.as(sponsor), caseId, 'submit', {});
      await this.goTo(caseId, family, until);
    }
    for (const [login, type, payload] of then) {
      const api = await this.office.as(login === SPONSOR ? sponsor : login);
      await this.desk.command(api, caseId, type, await this.payloadOf(caseId, payload));
    }
    await this.office.work();
    return caseId;
  }

  /** Verdicts name every line of the case; one of them is deficient. */
  private async payloadOf(caseId: string, payload: Fields): Promise<Fields> {
    const { deficient, ...others } = payload;
    if (deficient === undefined) return others;
    const { materials } = await this.desk.view(caseId, 'clerk');
    const lines = materials.filter(({ applicable }) => applicable);
    return {
      verdicts: lines.map(({ lineId }, i) =>
        i === 0 ? { lineId, verdict: 'deficient', reason: deficient } : { lineId, verdict: 'ok' },
      ),
    };
  }

  private goTo(caseId: string, { sponsor }: Family, until?: (view: CaseView) => boolean): Promise<CaseView> {
    return this.desk.goOn(caseId, sponsor, until);
  }

  private family(schools: number | null): Family {
    this.families += 1;
    return { sponsor: `year-bench${this.families}`, word: wordOf(this.families), schools };
  }
}
