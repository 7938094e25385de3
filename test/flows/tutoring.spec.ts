import { readPdfText } from '../../libs/documents/src/pdf/testing/read-pdf.js';
import { cite } from '../../libs/law/src/index.js';
import { randomIds } from '../../libs/platform/src/index.js';
import { ALL_INSPECTORS, World } from './harness.js';
import { checked, CONTACT, draftOf, entryOf, operating, RESOLVED, type School } from './licensed.js';
import { faultsOf, onTheEve, opined, opinion, proposed, texts, tutoringForm, tutoringSchool } from './kinds.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
beforeEach(() => world.clock.set('2026-03-02'));
afterAll(() => world.close());

const submits = async (matter: string, fields: object) =>
  (await world.as('sponsor')).refused(await draftOf(world, matter, fields), 'submit');
const paperOf = async (caseId: string, kind: string): Promise<string> => {
  const { documents } = await world.view(caseId, 'registrar');
  const paper = documents.find((one) => one.kind === kind);
  const bytes = await (await world.as('registrar')).download(`/api/documents/${paper?.id}`);
  return (await readPdfText(bytes)).replace(/\s/g, '');
};

describe('a non-subject tutoring institution (TRN-NONSUBJ)', () => {
  it('is classified, opined on, visited, granted with the digit of its type, registered and archived', async () => {
    const caseId = await draftOf(world, 'TRN-NONSUBJ', tutoringForm());
    await checked(world, caseId);
    await onTheEve(world, caseId);
    expect((await world.view(caseId)).clocks.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['promised_decision', 'establish_decision']),
    );
    const head = await world.as('head');
    const command = [caseId, 'grant', { opinion: '同意' }, { commandId: randomIds.uuid() }] as const;
    const [first, again] = [await head.command(...command), await head.command(...command)];
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect(
      await texts(world, 'select topic as text from outbox where case_id = $1 and done_at is null', caseId),
    ).toEqual(expect.arrayContaining(['printDocument', 'announce']));
    const [licence] = await world.sql.query<{ institution_id: string; number: string; valid_to: string }>(
      'select institution_id, number, valid_to::text as valid_to from licence where case_id = $1',
      [caseId],
    );
    expect([licence?.number.slice(0, 10), licence?.valid_to]).toEqual(['教民11502037', '2029-03-01']);
    expect(await entryOf(world, licence?.institution_id ?? '')).toMatchObject({
      state: 'LICENSED_PENDING_REGISTRATION',
      fields: {
        institutionType: 'TRN-NON',
        trainingField: 'sports',
        principal: '演示负责人乙',
        prepaid: { guard: 'escrow', months: 3, lessons: 60 },
      },
    });
    await world.work();
    const text = await paperOf(caseId, 'licenceOriginal');
    expect(text).toContain('非学科类校外培训机构');
    expect(text).toContain('非学科类校外培训（体育）');
    const check = await world
      .nobody()
      .send<string>('GET', `/check?number=${encodeURIComponent(licence?.number ?? '')}`);
    expect(check.body).toContain('非学科类校外培训机构');
    const registrar = await world.as('registrar');
    await registrar.does(caseId, 'serve', { channel: 'electronic' });
    await world.work();
    expect(await texts(world, 'select type as text from case_event where case_id = $1', caseId)).toEqual(
      expect.arrayContaining(['submit', 'accept', 'recordAttestation', 'grant', 'serve', 'publish']),
    );
  });

  it('operates once it is registered, and nothing rings any more', async () => {
    const school = await tutoringSchool(world);
    expect((await entryOf(world, school.institutionId)).state).toBe('OPERATING');
    expect(await world.view(school.caseId)).toMatchObject({ state: 'ARCHIVED', trips: { demanded: 0 } });
    expect(await world.count('timer', school.caseId)).toBe(0);
  });

  it('is looked at by the checklist of tutoring institutions', async () => {
    const caseId = await draftOf(world, 'TRN-NONSUBJ', tutoringForm());
    await checked(world, caseId);
    await (await world.as('clerk')).does(caseId, 'accept');
    await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
    const items = await texts(
      world,
      `select distinct a->>'itemId' as text from visit_result r join site_visit v on v.id = r.visit_id, jsonb_array_elements(r.answers) a
       where v.case_id = $1`,
      caseId,
    );
    expect(items).toEqual(expect.arrayContaining(['ED-14', 'H-12']));
    expect(items).not.toEqual(expect.arrayContaining(['ED-06']));
    expect(items).not.toEqual(expect.arrayContaining(['H-03']));
  });

  it.each([
    ['a name that misleads', { schoolName: '演示体育培训小学有限公司' }, 'NAME_DOES_NOT_FIT_TYPE', 'PER 20'],
    ['a for-profit name without 公司', { schoolName: '演示体育培训中心' }, 'COMPANY_FORM_MISSING', 'ENR 6'],
    ['less than 3 m² each', { traineesAtOnce: 101 }, 'TOO_LITTLE_SPACE', 'PEL 11'],
    ['whole days for preschool children', { preschoolProgramme: 'half_or_full_day' }, 'PRESCHOOL_DAYS', 'PSL 59(3)'],
    ['four months in advance', { prepaid: { guard: 'escrow', months: 4, lessons: 60 } }, 'PREPAID_TOO_LONG', 'PEL 38'],
    ['a representative who is nobody there', { legalRepresentative: '演示外人' }, 'HEAD_NOT_REPRESENTATIVE', 'PEL 23'],
    ['funds that are not paid in', { paidInYuan: 199_999 }, 'CAPITAL_NOT_PAID_IN', 'PER 21'],
  ])('is refused for %s', async (_, change, code, article) => {
    const problem = await submits('TRN-NONSUBJ', tutoringForm(change));
    expect([problem.status, problem.code, faultsOf(problem)]).toEqual([422, 'CONDITIONS_NOT_MET', [[code, article]]]);
  });

  it('has a field that exists', async () => {
    await expect(draftOf(world, 'TRN-NONSUBJ', tutoringForm({ trainingField: 'mathematics' }))).rejects.toThrow(
      'NOT_AN_OPTION',
    );
  });

  it('is not classified by two experts, nor opined on by another department, nor granted without either', async () => {
    const caseId = await draftOf(world, 'TRN-NONSUBJ', tutoringForm());
    await checked(world, caseId);
    await (await world.as('clerk')).does(caseId, 'accept');
    await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
    await world.lookedUp(caseId, ['fire_acceptance', 'structural_safety', 'name_lookup']);
    const reviewer = await world.as('reviewer');
    const two = await reviewer.refused(
      caseId,
      'recordAttestation',
      opinion(world, 'classification_opinion', { experts: 2 }),
    );
    expect([two.code, two.article]).toEqual(['TOO_FEW_EXPERTS', cite('NMCLS').zh]);
    const other = await reviewer.refused(
      caseId,
      'recordAttestation',
      opinion(world, 'line_department_opinion', { lineDepartment: 'culture' }),
    );
    expect([other.code, other.article]).toEqual(['OTHER_LINE_DEPARTMENT', cite('NS13').zh]);
    expect((await reviewer.refused(caseId, 'concludeReview')).status).toBe(409);
    await opined(world, caseId);
    await proposed(world, caseId);
    expect((await world.view(caseId)).state).toBe('TO_DECIDE');
  });

  it('found to be subject tutoring it is refused, and the register stays empty', async () => {
    const caseId = await draftOf(world, 'TRN-NONSUBJ', tutoringForm());
    await checked(world, caseId);
    await (await world.as('clerk')).does(caseId, 'accept');
    await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
    await world.lookedUp(caseId, ['fire_acceptance', 'structural_safety', 'name_lookup']);
    const reviewer = await world.as('reviewer');
    await reviewer.does(
      caseId,
      'recordAttestation',
      opinion(world, 'classification_opinion', { experts: 5, result: 'fail' }),
    );
    await reviewer.does(caseId, 'concludeReview');
    await reviewer.refused(caseId, 'proposeGrant', { opinion: '建议准予' });
    await reviewer.does(caseId, 'proposeRefusal', { reasons: '经鉴定为学科类培训', article: 'PEL 12' });
    await (await world.as('legal')).does(caseId, 'passLegality', { opinion: '程序合法' });
    await (await world.as('head')).does(caseId, 'refuse', { reasons: '经鉴定为学科类培训', article: 'PEL 12' });
    expect(await texts(world, 'select cause as text from register_version where case_id = $1', caseId)).toEqual([]);
  });
});

describe('a subject tutoring institution (TRN-SUBJ)', () => {
  const asked = (more: object = {}) => {
    const { schoolName, siteAddress, sponsors } = tutoringForm({
      schoolName: `演示学科培训${randomIds.uuid().slice(0, 8)}`,
    }) as Record<string, unknown>;
    return { schoolName, siteAddress, sponsors, tutoringAudience: 'compulsory', freezeRead: true, ...CONTACT, ...more };
  };

  it('is not approved: who insists gets a reasoned refusal, and no step grants', async () => {
    const unread = await submits('TRN-SUBJ', asked({ freezeRead: false }));
    expect(faultsOf(unread)).toEqual([['FREEZE_NOT_READ', 'ALL 30(2)']]);
    const caseId = await draftOf(world, 'TRN-SUBJ', asked());
    await checked(world, caseId);
    await (await world.as('clerk')).does(caseId, 'accept');
    const reviewer = await world.as('reviewer');
    await reviewer.does(caseId, 'concludeReview');
    const { status } = await reviewer.refused(caseId, 'proposeGrant', { opinion: '建议准予' });
    expect(status).toBe(409);
    const refusal = { reasons: '现行政策不再批准新的学科类校外培训机构', article: 'PEL 11' };
    await reviewer.does(caseId, 'proposeRefusal', refusal);
    await (await world.as('legal')).does(caseId, 'passLegality', { opinion: '程序合法' });
    const head = await world.as('head');
    expect((await head.refused(caseId, 'grant', { opinion: '同意' })).status).toBe(409);
    await head.does(caseId, 'refuse', refusal);
    await world.work();
    expect(await paperOf(caseId, 'refusalDecision')).toContain('现行政策不再批准');
    await (await world.as('registrar')).does(caseId, 'serve', { channel: 'electronic' });
    await world.work();
    expect((await world.view(caseId)).state).toBe('ARCHIVED');
    expect(await texts(world, 'select cause as text from register_version where case_id = $1', caseId)).toEqual([]);
    expect(await world.count('timer', caseId)).toBe(0);
  });
});

describe('change and closure of a tutoring institution (TRN-CHG)', () => {
  const asked = ({ number }: School, tutoringChange: object, more: object = {}) => ({
    licenceNumber: number,
    ...CONTACT,
    resolution: RESOLVED,
    tutoringChange,
    ...more,
  });

  it('a name rests on what is on record and prints the licence anew under its number', async () => {
    const school = await tutoringSchool(world);
    const newName = '包头市昆都仑区演示新名培训有限公司';
    const caseId = await draftOf(world, 'TRN-CHG', asked(school, { what: 'name', newName }));
    await checked(world, caseId);
    await (await world.as('clerk')).does(caseId, 'accept');
    expect((await world.view(caseId)).clocks.map(({ id }) => id)).toContain('decision_default');
    await world.lookedUp(caseId, ['health_on_record', 'market_on_record']);
    await proposed(world, caseId);
    await (await world.as('head')).does(caseId, 'grant', { opinion: '同意' });
    const after = await entryOf(world, school.institutionId);
    expect([after.fields['name'], after.licence?.number, after.versions[0]?.cause]).toEqual([
      newName,
      school.number,
      'changeTutoring',
    ]);
    await world.work();
    expect(await paperOf(caseId, 'changeDecision')).toContain(newName);
    await (await world.as('registrar')).does(caseId, 'serve', { channel: 'electronic' });
    await world.work();
    expect((await world.view(caseId)).state).toBe('ARCHIVED');
    expect(await world.count('timer', caseId)).toBe(0);
  });

  it('a move opens the premises again', async () => {
    const school = await tutoringSchool(world);
    const move = { what: 'address', newAddress: '昆都仑区演示新街9号', areaSquareMetres: 150, traineesAtOnce: 50 };
    const caseId = await draftOf(world, 'TRN-CHG', asked(school, move));
    await checked(world, caseId);
    await (await world.as('clerk')).does(caseId, 'accept');
    expect((await (await world.as('reviewer')).refused(caseId, 'concludeReview')).status).toBe(409);
    await world.visited(caseId, 'arrangeSiteCheck', ALL_INSPECTORS);
    await world.lookedUp(caseId, ['fire_acceptance', 'structural_safety']);
    await proposed(world, caseId);
    await (await world.as('head')).does(caseId, 'grant', { opinion: '同意' });
    expect((await entryOf(world, school.institutionId)).fields['address']).toBe(move.newAddress);
  });

  const END = { what: 'closing', announcedOn: '2026-01-15', announcedIn: '演示晚报', closingOn: '2026-07-15' };

  it('an end is asked of the other departments, granted, wound up step by step, and cancelled by the last one', async () => {
    const school = await tutoringSchool(world);
    const caseId = await draftOf(world, 'TRN-CHG', asked(school, { ...END, prepaidBalanceYuan: 0 }));
    await checked(world, caseId);
    await (await world.as('clerk')).does(caseId, 'accept');
    await world.lookedUp(caseId, ['health_open_cases', 'market_open_cases']);
    await proposed(world, caseId);
    await (await world.as('head')).does(caseId, 'grant', { opinion: '同意' });
    expect(await entryOf(world, school.institutionId)).toMatchObject({ state: 'CLOSING', licence: { state: 'VALID' } });
    await world.work();
    const registrar = await world.as('registrar');
    await registrar.does(caseId, 'serve', { channel: 'electronic' });
    await world.work();
    const day = world.today;
    const steps: [string, string, object][] = [
      ['sponsor', 'reportLiquidation', { completedOn: day, madeBy: '演示清算组', report: '演示清算结果：无其他债务' }],
      ['registrar', 'recordClaimsPaid', { refundsPaidOn: day, wagesPaidOn: day, debtsPaidOn: day }],
      ['registrar', 'destroySeals', { destroyedOn: day, seals: '公章' }],
      ['registrar', 'takeBackLicence', { returnedOn: day }],
      ['registrar', 'recordDeregistration', { deregisteredOn: day }],
    ];
    for (const [login, type, payload] of steps) await (await world.as(login)).does(caseId, type, payload);
    expect((await entryOf(world, school.institutionId)).state).toBe('CLOSING');
    expect(await registrar.does(caseId, 'announceClosure')).toBe('ARCHIVED');
    expect(await entryOf(world, school.institutionId)).toMatchObject({
      state: 'CANCELLED',
      licence: { state: 'CANCELLED' },
    });
    expect(
      await texts(world, 'select kind as text from public_notice where case_id = $1 order by kind', caseId),
    ).toEqual(['cancellation', 'closure']);
    expect(await world.count('timer', caseId)).toBe(0);
  });

  describe('bad input leaves the register as it was', () => {
    let school: School;
    beforeAll(async () => {
      world.clock.set('2026-03-02');
      school = await tutoringSchool(world);
    });

    it.each([
      ['fees that are not paid back', { ...END, prepaidBalanceYuan: 1 }, [['PREPAID_NOT_REFUNDED', 'PEL 59(1)(1)']]],
      [
        'an end announced a month ago',
        { ...END, announcedOn: '2026-02-02', prepaidBalanceYuan: 0 },
        [['ANNOUNCED_TOO_LATE', 'PER 50(2)']],
      ],
      [
        'a site that is too small',
        { what: 'address', newAddress: '昆都仑区演示新街9号', areaSquareMetres: 149, traineesAtOnce: 50 },
        [['TOO_LITTLE_SPACE', 'PEL 11']],
      ],
      ['a misleading name', { what: 'name', newName: '演示培训大学有限公司' }, [['NAME_DOES_NOT_FIT_TYPE', 'PER 20']]],
    ])('%s', async (_, change, expected) => {
      const before = await entryOf(world, school.institutionId);
      const problem = await submits('TRN-CHG', asked(school, change));
      expect([problem.status, problem.code, faultsOf(problem)]).toEqual([422, 'CONDITIONS_NOT_MET', expected]);
      expect(await entryOf(world, school.institutionId)).toEqual(before);
    });

    it('a kindergarten is changed by the matters for schools', async () => {
      const kindergarten = await operating(world);
      const problem = await submits('TRN-CHG', asked(kindergarten, { what: 'name', newName: '演示培训有限公司' }));
      expect(faultsOf(problem)).toEqual(expect.arrayContaining([['NOT_A_TUTORING_INSTITUTION', 'PEL 65']]));
    });

    it('a change says only what belongs to it', async () => {
      await expect(
        draftOf(
          world,
          'TRN-CHG',
          asked(school, { what: 'name', newName: '演示培训有限公司', closingOn: '2026-07-15' }),
        ),
      ).rejects.toThrow('FIELD_UNKNOWN');
    });

    it('one at a time', async () => {
      const change = asked(school, { what: 'name', newName: '包头市昆都仑区演示再改培训有限公司' });
      await checked(world, await draftOf(world, 'TRN-CHG', change));
      const problem = await submits('TRN-CHG', change);
      expect([problem.status, problem.code]).toEqual([409, 'CASE_ALREADY_RUNNING']);
    });
  });
});
