import { coSignersOf } from './co-signers.js';
import { checkForm, fieldsAsked, headOf, type CaseForm } from './forms.js';
import { partiesOf } from './interests.js';
import { PRINCIPAL, type KnownInstitution } from './licensed-conditions.js';
import type { TutoringChange } from './tutoring-form.js';
import { TUTORING_CHANGE } from './tutoring.js';

describe('another sponsor of a tutoring institution', () => {
  const known: KnownInstitution = {
    state: 'OPERATING',
    name: '演示培训有限公司',
    address: '演示路1号',
    institutionType: 'TRN-NON',
    nature: 'for_profit',
    principal: '演示负责人',
    legalRepresentative: '演示负责人',
    sponsors: ['演示举办者甲', '演示举办者乙'],
  };
  const next = {
    kind: 'person',
    name: '演示接任者',
    citizenNumber: '150202188006150012',
    address: '演示小区9号',
  } as const;
  const written = (more: object = {}): CaseForm =>
    ({
      tutoringChange: { what: 'sponsor' },
      sponsors: [next],
      settlement: { completedOn: '2026-02-01', madeBy: '演示事务所' },
      resolution: { decidedOn: '2026-02-01', members: 6, inFavour: 4 },
      ...more,
    }) as CaseForm;
  const unmet = (form: CaseForm): string[] =>
    TUTORING_CHANGE.filter(({ met }) => !met(form, known)).map(({ code }) => code);

  it.each<[string, object, string[]]>([
    ['in order', {}, []],
    ['nobody', { sponsors: [] }, ['NO_SPONSOR']],
    ['the same ones', { sponsors: known.sponsors.map((name) => ({ ...next, name })) }, ['SPONSORS_UNCHANGED']],
    ['without a settlement', { settlement: { completedOn: '', madeBy: '' } }, ['NOT_SETTLED']],
    ['below two thirds', { resolution: { decidedOn: '2026-02-01', members: 7, inFavour: 4 } }, ['NOT_TWO_THIRDS']],
    // what was typed before the choice was changed stands aside
    [
      'of a name, with sponsors left over',
      { tutoringChange: { what: 'name', newName: '演示新培训有限公司' }, sponsors: [] },
      [],
    ],
  ])('%s', (_, more, codes) => {
    expect(unmet(written(more))).toEqual(codes);
  });

  it('is confirmed by who takes over and by every other present sponsor; a name by nobody', () => {
    expect(coSignersOf('tutoring_change', written(), known).map(({ kind, name }) => [kind, name])).toEqual([
      ['present_sponsor', '演示举办者乙'],
      ['new_sponsor', '演示接任者'],
    ]);
    expect(coSignersOf('tutoring_change', written({ tutoringChange: { what: 'name' } }), known)).toEqual([]);
  });

  it('is asked for sponsors, board and settlement, and nobody else is', () => {
    const more = ['sponsors', 'boardMembers', 'settlement'];
    const asked = (what: TutoringChange['what']) => fieldsAsked('tutoring_change', { tutoringChange: { what } });
    expect(asked('sponsor')).toEqual(expect.arrayContaining(more));
    for (const what of ['name', 'address', 'closing'] as const)
      for (const field of more) expect(asked(what)).not.toContain(field);
    expect(checkForm('tutoring_change', { tutoringChange: { what: 'sponsor' } })).toEqual(
      expect.arrayContaining(more.map((field) => ({ field, code: 'FIELD_MISSING' }))),
    );
  });
});

describe('who leads from now on', () => {
  const tutoring = { institutionType: 'TRN-NON' };
  const principal = { name: '演示园长' } as CaseForm['principal'];

  it('is a head of a tutoring institution and a principal of a school', () => {
    expect(fieldsAsked('principal', {}, tutoring)).toEqual(expect.arrayContaining(['tutoringHead']));
    expect(fieldsAsked('principal', {}, tutoring)).not.toContain('principal');
    for (const about of [{ institutionType: 'KG' }, null])
      expect(fieldsAsked('principal', {}, about)).not.toContain('tutoringHead');
    // who has named a principal is not asked once more
    expect(fieldsAsked('principal', { principal }, tutoring)).not.toContain('tutoringHead');
    expect(headOf({ principal }).name).toBe('演示园长');
  });

  it('is another person, whichever of the two is named (HEAD_UNCHANGED)', () => {
    const known = { principal: '演示园长', institutionType: 'TRN-NON', state: 'OPERATING' } as KnownInstitution;
    const resolution = { decidedOn: '2026-02-01', members: 6, inFavour: 4 };
    const unmet = (form: object): string[] =>
      PRINCIPAL.filter(({ met }) => !met({ resolution, ...form } as CaseForm, known)).map(({ code }) => code);
    expect(unmet({ tutoringHead: { name: '演示园长' } })).toEqual(['HEAD_UNCHANGED']);
    expect(unmet({ tutoringHead: { name: '演示新负责人' } })).toEqual([]);
    expect(unmet({ principal })).toEqual(['PRINCIPAL_UNCHANGED']);
  });

  it('stays away from nobody’s case: the head is a party like a principal (CSL 76)', () => {
    const number = '150202188006150012';
    const head = { name: '演示负责人', citizenNumber: number, degree: 'college', yearsInEducation: 3 } as const;
    expect(partiesOf({ tutoringHead: head })).toContainEqual({ role: 'principal', number });
  });
});
