import { demoForm } from '../tour/form.js';
import { demoSchool, demoTutoring } from '../tour/other-forms.js';

const NUMERALS = '零一二三四五六七八九';
/** A number as a name bears it: 一七. */
export const inWords = (n: number): string => [...String(n)].map((digit) => NUMERALS.charAt(Number(digit))).join('');

const { boardMembers, legalRepresentative, contactPhone, deliveryChannel, serviceConsent } = demoForm('');
const CONTACT = { contactPhone, deliveryChannel, serviceConsent };

export const kindergarten = (n: number): Record<string, unknown> => ({
  ...demoForm(`包头市昆都仑区演示年${inWords(n)}幼儿园`),
  siteAddress: `内蒙古自治区包头市昆都仑区演示路${n}号`,
});

/** Fields of a non-subject tutoring institution, in turn; each has its own line department. */
export const TRAINING_FIELDS = ['sports', 'culture', 'science'] as const;

export const tutoringInstitution = (n: number): Record<string, unknown> => ({
  ...demoTutoring(inWords(n), TRAINING_FIELDS[n % TRAINING_FIELDS.length]),
  siteAddress: `内蒙古自治区包头市昆都仑区演示街${n}号`,
});

export const school = (n: number): Record<string, unknown> => ({
  ...demoSchool(`包头市昆都仑区演示年${inWords(n)}小学`),
  siteAddress: `内蒙古自治区包头市昆都仑区演示校区路${n}号`,
});

/** A resolution that two thirds of all members carried, before the day it is filed on. */
const resolution = { decidedOn: '2026-03-01', members: 6, inFavour: 5 };

/** What a form about a licence asks for beside its own matter. */
const about = (licenceNumber: string) => ({ licenceNumber, ...CONTACT, resolution });

export const newName = (licenceNumber: string, n: number): Record<string, unknown> => ({
  ...about(licenceNumber),
  schoolName: `包头市昆都仑区演示新名${inWords(n)}幼儿园`,
});

export const newAddress = (licenceNumber: string, n: number): Record<string, unknown> => ({
  ...about(licenceNumber),
  siteChange: 'move',
  siteAddress: `内蒙古自治区包头市昆都仑区演示新街${n}号`,
  siteAreaSquareMetres: 3000,
  childrenRoomsSquareMetres: 1200,
});

/** @param closingOn a day at least six months after the announcement */
export const closure = (licenceNumber: string, closingOn: string): Record<string, unknown> => ({
  ...about(licenceNumber),
  intendedClosure: { announcedOn: '2026-03-02', announcedIn: '演示晚报', closingOn },
  placement: { pupils: 30, placed: 30 },
  refundsSecured: true,
});

export const renewal = (licenceNumber: string): Record<string, unknown> => ({ licenceNumber, ...CONTACT });

const settlement = { completedOn: '2026-03-02', madeBy: '演示会计师事务所' };

/** One kindergarten takes in another; both are run by the same account, so that nobody else has to confirm. */
export const merger = (own: string, other: string): Record<string, unknown> => {
  const { plannedClasses, principal } = demoForm('');
  return {
    ...about(own),
    settlement,
    mergerKind: 'absorption',
    mergingSchools: [{ licenceNumber: other, ...settlement, ...resolution }],
    schoolName: '包头市昆都仑区演示合并幼儿园',
    sites: [
      {
        address: '内蒙古自治区包头市昆都仑区演示路3号',
        siteAreaSquareMetres: 2400,
        childrenRoomsSquareMetres: 900,
        siteStanding: 'as_it_is',
      },
    ],
    plannedClasses,
    boardMembers,
    principal,
    legalRepresentative,
  };
};

/** A line of the list of before (历史台账). */
export const centreOfBefore = (n: number, operator: string) => ({
  number: `演示认字${n}号`,
  name: `包头市昆都仑区演示年${inWords(n)}幼儿中心`,
  address: `内蒙古自治区包头市昆都仑区演示巷${n}号`,
  operator,
  head: '演示负责人',
  recognisedOn: '2019-09-01',
  validUntil: '2026-12-31',
});

/** It ends, and every child has a place elsewhere. */
export const conversion = (centreNumber: string): Record<string, unknown> => ({
  centreNumber,
  conversion: { into: 'exit', children: 12, placed: 12 },
  ...CONTACT,
});
