import { demoSchool, kindergartenForm } from '../../../test/builders/form.js';
import { unmetConditions } from './eligibility.js';
import type { EstablishmentForm } from './establishment-form.js';
import { checkForm, fieldsAsked } from './forms.js';
import { isOfTheCounty, kindKey, levelOf, nameFits, stageFits } from './institution-types.js';
import { readingsOf, type Readings } from './readings.js';

const school = demoSchool('包头市昆都仑区演示小学');
const unmet = (change: object, set: Partial<Readings> = {}): [string, string][] =>
  unmetConditions('establishment', { ...school, ...change } as EstablishmentForm, {
    requiredCapitalYuan: 300_000,
    readings: readingsOf(set),
  }).map(({ code, article }) => [code, article.ref]);

describe('establishment of a school', () => {
  it('a form that meets everything has nothing unmet, and is not asked what kindergartens are', () => {
    expect([checkForm('establishment', school), unmet({})]).toEqual([[], []]);
    expect(fieldsAsked('establishment', school)).not.toContain('childrenRoomsSquareMetres');
    expect(fieldsAsked('establishment', kindergartenForm())).toContain('childrenRoomsSquareMetres');
    expect(fieldsAsked('establishment', {})).toContain('childrenRoomsSquareMetres');
  });

  it.each([
    [{ nature: 'for_profit' }, 'COMPULSORY_EDUCATION_FOR_PROFIT', 'PEL 19(1)'],
    [{ stage: 'SENIOR' }, 'STAGE_DOES_NOT_FIT_TYPE', 'PEL 12'],
    [{ schoolName: '演示阳光幼儿园' }, 'NAME_DOES_NOT_FIT_TYPE', 'PER 20'],
    [{ principal: { ...school.principal, degree: 'none' } }, 'SCHOOL_HEAD_QUALIFICATION', 'PEL 24'],
    [{ institutionType: 'KG', stage: 'KINDERGARTEN', schoolName: '演示幼儿园' }, 'PRINCIPAL_QUALIFICATION', 'PSL 38'],
  ])('%j: %s', (change, code, article) => expect(unmet(change)).toContainEqual([code, article]));

  it('senior schools are the county’s only where the autonomous region has said so (PEL 12)', () => {
    const senior = { institutionType: 'PS-SEN', stage: 'SENIOR', schoolName: '演示高级中学', nature: 'for_profit' };
    expect(unmet(senior)).toEqual([['NOT_OF_THE_COUNTY', 'PEL 12']]);
    expect(unmet(senior, { seniorSchools: 'county' })).toEqual([]);
    expect(isOfTheCounty({ institutionType: 'TRN-VOC' }, { seniorSchools: 'county' })).toBe(false);
  });

  it('a nine-year school is of compulsory education, with the digit of its highest stage and a name of its own', () => {
    const kind = { institutionType: 'PS-PRI-JUN', stage: 'NINE_YEAR' };
    expect([levelOf(kind), kindKey(kind), stageFits(kind)]).toEqual(['junior', 'PS-NINE', true]);
    expect(unmet({ stage: 'NINE_YEAR', nature: 'for_profit', schoolName: '演示学校' })).toEqual([
      ['COMPULSORY_EDUCATION_FOR_PROFIT', 'PEL 19(1)'],
    ]);
    expect([nameFits('演示学校', kind), nameFits('演示小学', kind)]).toEqual([true, false]);
  });
});
