import { readPdfText } from '../../libs/documents/src/pdf/testing/read-pdf.js';
import { randomIds } from '../../libs/platform/src/index.js';
import { World } from './harness.js';
import { checked, CONTACT, decided, draftOf, entryOf, operating } from './licensed.js';
import { faultsOf, proposed, texts, tutoringSchool } from './kinds.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
beforeEach(() => world.clock.set('2026-03-02'));
afterAll(() => world.close());

let numbers = 0;
const centre = (more: object = {}) => {
  numbers += 1;
  return {
    number: `演示认字${numbers}号`,
    name: `包头市昆都仑区演示${numbers}幼儿中心`,
    address: '内蒙古自治区包头市昆都仑区演示路5号',
    operator: 'sponsor',
    head: '演示负责人',
    recognisedOn: '2019-09-01',
    validUntil: '2026-08-31',
    ...more,
  };
};
interface Lineage {
  nodes: { id: string; name: string }[];
  edges: { predecessor: string; successor: string; kind: string }[];
}
interface Listed {
  items: { id: string; number: string; name: string; state: string }[];
}
const imported = async (...list: object[]): Promise<Listed['items']> =>
  (await (await world.as('registrar')).post<Listed>('/api/register/centres', { centres: list })).items;
async function oneCentre(): Promise<{ id: string; number: string; name: string }> {
  const one = centre();
  const found = (await imported(one)).find(({ number }) => number === one.number);
  return { id: found?.id ?? '', number: one.number, name: one.name };
}
const asked = (centreNumber: string, conversion: object) => ({
  centreNumber,
  conversion: { children: 12, placed: 12, ...conversion },
  ...CONTACT,
});

describe('the list of before', () => {
  it('is imported, said as it was, and shown to officers and to whoever runs the centre', async () => {
    const { id, number, name } = await oneCentre();
    const entry = await entryOf(world, id);
    expect(entry).toMatchObject({
      state: 'OPERATING',
      licence: null,
      fields: { institutionType: 'ECC', recognised: { number, from: '2019-09-01', until: '2026-08-31' } },
    });
    expect(entry.versions.map(({ cause, validFrom }) => [cause, validFrom])).toEqual([['importCentre', '2019-09-01']]);
    const mine = await (await world.as('sponsor')).get<{ centres: { number: string }[] }>('/api/register/mine');
    expect(mine.centres.map((one) => one.number)).toContain(number);
    const found = await world.nobody().send<string>('GET', `/check?q=${encodeURIComponent(name)}`);
    expect(found.body).not.toContain('note good');
  });

  it.each([
    ['an operator without account', () => ({ operator: 'nobody' }), 'OPERATOR_UNKNOWN'],
    ['a recognition of tomorrow', () => ({ recognisedOn: '2026-03-03' }), 'DATE_OUT_OF_RANGE'],
    ['an end before its beginning', () => ({ validUntil: '2019-08-31' }), 'DATE_OUT_OF_RANGE'],
  ])('%s: all lines or none', async (_, change, code) => {
    const before = await texts(world, 'select number as text from legacy_centre order by number');
    const registrar = await world.as('registrar');
    const { status, body } = await registrar.send<{ errors?: { code: string }[] }>('POST', '/api/register/centres', {
      centres: [centre(), centre(change())],
    });
    expect([status, body.errors?.[0]?.code]).toEqual([422, code]);
    expect(await texts(world, 'select number as text from legacy_centre order by number')).toEqual(before);
  });

  it('a centre is in it once, and nobody but the registrar imports', async () => {
    const { number, name } = await oneCentre();
    const registrar = await world.as('registrar');
    const codeOf = async (list: object) =>
      (await registrar.send<{ errors?: { code: string }[] }>('POST', '/api/register/centres', { centres: [list] })).body
        .errors?.[0]?.code;
    expect([await codeOf(centre({ number })), await codeOf(centre({ name }))]).toEqual(['CENTRE_KNOWN', 'NAME_TAKEN']);
    for (const login of ['sponsor', 'clerk'])
      expect(
        (await (await world.as(login)).send('POST', '/api/register/centres', { centres: [centre()] })).status,
      ).toBe(403);
    await expect(world.sql.query(`update legacy_centre set number = 'x'`)).rejects.toThrow(/permission denied/);
    await expect(world.sql.query('delete from legacy_centre')).rejects.toThrow(/permission denied/);
  });
});

describe('a centre in public', () => {
  it('is shown as the list of before has it, without the people who run it', async () => {
    const { id, number, name } = await oneCentre();
    const { said } = await world.nobody().get<{ said: Record<string, unknown> }>(`/api/public/register/${id}`);
    expect(said).toMatchObject({ name, institutionType: 'ECC', recognised: { number, until: '2026-08-31' } });
    for (const field of ['principal', 'sponsors', 'legalRepresentative']) expect(said).not.toHaveProperty(field);
    const { body } = await world.nobody().send<string>('GET', `/register/${id}`);
    expect(body).toContain(number);
    expect(body).not.toContain('演示负责人');
  });
});

describe('conversion or end of a centre (ECC-RECOG)', () => {
  it('becomes the kindergarten that its operator has been licensed for, once', async () => {
    const { id, number, name } = await oneCentre();
    const kindergarten = await operating(world);
    const fields = asked(number, { into: 'kindergarten', kindergartenLicence: kindergarten.number });
    const caseId = await draftOf(world, 'ECC-RECOG', fields);
    await checked(world, caseId);
    await (await world.as('clerk')).does(caseId, 'accept');
    expect((await world.view(caseId)).clocks.map((clock) => clock.id)).not.toContain('decision_default');
    await world.lookedUp(caseId, ['registration_lookup']);
    await proposed(world, caseId);
    const head = await world.as('head');
    const command = [caseId, 'grant', { opinion: '同意' }, { commandId: randomIds.uuid() }] as const;
    const [first, again] = [await head.command(...command), await head.command(...command)];
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect(
      await texts(world, 'select topic as text from outbox where case_id = $1 and done_at is null', caseId),
    ).toEqual(expect.arrayContaining(['printDocument', 'announce']));
    const entry = await entryOf(world, id);
    expect([entry.state, entry.fields['became'], entry.versions[0]?.cause]).toEqual([
      'CANCELLED',
      { into: 'kindergarten', kindergartenLicence: kindergarten.number },
      'convertCentre',
    ]);
    expect((await entryOf(world, kindergarten.institutionId)).state).toBe('OPERATING');
    for (const one of [id, kindergarten.institutionId]) {
      const { lineage } = await world.nobody().get<{ lineage: Lineage }>(`/api/public/register/${one}`);
      expect(lineage.edges).toMatchObject([
        { predecessor: id, successor: kindergarten.institutionId, kind: 'conversion' },
      ]);
    }
    const page = (await world.nobody().send<string>('GET', `/register/${kindergarten.institutionId}`)).body;
    expect([page.includes(`${name}转为`), page.includes('转办')]).toEqual([true, true]);
    await world.work();
    const registrar = await world.as('registrar');
    const paper = (await world.view(caseId, 'registrar')).documents.find(({ kind }) => kind === 'confirmation');
    const text = (await readPdfText(await registrar.download(`/api/documents/${paper?.id}`))).replace(/\s/g, '');
    expect(text).toContain('幼儿中心转办、退出确认书');
    expect(text).toContain('认定不能代替办学许可');
    expect(await texts(world, 'select title as text from public_notice where case_id = $1', caseId)).toEqual([
      `关于${name}转办、退出的公告`,
    ]);
    await registrar.does(caseId, 'serve', { channel: 'electronic' });
    await world.work();
    expect(await world.view(caseId)).toMatchObject({ state: 'ARCHIVED', trips: { demanded: 0 } });
    expect(await texts(world, 'select type as text from case_event where case_id = $1', caseId)).toEqual(
      expect.arrayContaining(['submit', 'accept', 'grant', 'confirmIssued', 'serve', 'publish']),
    );
    expect(await world.count('timer', caseId)).toBe(0);
    const twice = await (
      await world.as('sponsor')
    ).refused(await draftOf(world, 'ECC-RECOG', asked(number, { into: 'exit' })), 'submit');
    expect(faultsOf(twice)).toEqual([['CENTRE_HAS_ENDED', 'PSL 30']]);
  });

  it.each([
    ['a nursery', { into: 'nursery', nurseryFiling: '演示托备1号' }],
    ['nothing', { into: 'exit' }],
  ])('becomes %s', async (_, conversion) => {
    const { id, number } = await oneCentre();
    const caseId = await draftOf(world, 'ECC-RECOG', asked(number, conversion));
    await checked(world, caseId);
    await (await world.as('clerk')).does(caseId, 'accept');
    await decided(world, caseId, ['registration_lookup']);
    expect((await entryOf(world, id)).fields).toMatchObject({ state: 'CANCELLED', became: conversion });
  });

  describe('bad input leaves the register as it was', () => {
    let one: { id: string; number: string };
    beforeAll(async () => {
      world.clock.set('2026-03-02');
      one = await oneCentre();
    });

    it('children without a place', async () => {
      const caseId = await draftOf(world, 'ECC-RECOG', asked(one.number, { into: 'exit', placed: 11 }));
      const problem = await (await world.as('sponsor')).refused(caseId, 'submit');
      expect([problem.status, problem.code, faultsOf(problem)]).toEqual([
        422,
        'CONDITIONS_NOT_MET',
        [['CHILDREN_NOT_PLACED', 'PSL 31']],
      ]);
      expect((await entryOf(world, one.id)).versions).toHaveLength(1);
    });

    it('a licence that is of no kindergarten', async () => {
      const { number } = await tutoringSchool(world);
      const fields = asked(one.number, { into: 'kindergarten', kindergartenLicence: number });
      const problem = await (await world.as('sponsor')).refused(await draftOf(world, 'ECC-RECOG', fields), 'submit');
      expect(faultsOf(problem)).toEqual([['KINDERGARTEN_NOT_LICENSED', 'PSL 30']]);
    });

    it('a centre of nobody, or a conversion that says what does not belong to it', async () => {
      await expect(draftOf(world, 'ECC-RECOG', asked('演示认字0号', { into: 'exit' }))).rejects.toThrow(
        'CENTRE_NOT_YOURS',
      );
      await expect(
        draftOf(world, 'ECC-RECOG', asked(one.number, { into: 'exit', nurseryFiling: '演示托备2号' })),
      ).rejects.toThrow('FIELD_UNKNOWN');
    });

    it('one at a time', async () => {
      const fields = asked(one.number, { into: 'exit' });
      await checked(world, await draftOf(world, 'ECC-RECOG', fields));
      const problem = await (await world.as('sponsor')).refused(await draftOf(world, 'ECC-RECOG', fields), 'submit');
      expect([problem.status, problem.code]).toEqual([409, 'CASE_ALREADY_RUNNING']);
    });
  });

  it('whoever runs no centre opens none: nothing is recognised anew', async () => {
    const other = await World.make();
    const { status, body } = await (
      await other.as('sponsor')
    ).send<{ code: string }>('POST', '/api/cases', { commandId: randomIds.uuid(), matter: 'ECC-RECOG' });
    expect([status, body.code]).toEqual([409, 'MATTER_SWITCHED_OFF']);
    await other.close();
  });
});
