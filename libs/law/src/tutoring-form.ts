import { fault, oneOf, record, text, whole, truth, identifier, type Check } from './establishment-form.js';
import { checkCitizenNumber } from './identifiers/citizen-number.js';
import { INSTITUTION_TYPES, STAGES, TRAINING_FIELDS, type Stage, type TrainingField } from './institution-types.js';
import { isPlainDate } from './plain-date.js';
import { pastDay } from './licensed-form.js';

/** 负责人: who runs a tutoring institution. */
export interface TutoringHead {
  name: string;
  citizenNumber: string;
  degree: 'none' | 'college' | 'bachelor' | 'master';
  yearsInEducation: number;
}

/** 预收费监管 (PRE6): how prepaid fees are kept safe, and for how long they are taken at most. */
export interface Prepaid {
  guard: 'escrow' | 'risk_deposit';
  months: number;
  lessons: number;
}

/** 变更为: the type that a school becomes, with what that type asks. */
export interface NewKind {
  institutionType: string;
  stage?: Stage;
  trainingField?: TrainingField;
  traineesAtOnce?: number;
}

/** 变更、终止: what a tutoring institution asks for; only what belongs to that is there. */
export interface TutoringChange {
  what: 'name' | 'address' | 'sponsor' | 'closing';
  newName?: string;
  newAddress?: string;
  areaSquareMetres?: number;
  traineesAtOnce?: number;
  announcedOn?: string;
  announcedIn?: string;
  closingOn?: string;
  /** Prepaid fees that are not paid back yet, in yuan. */
  prepaidBalanceYuan?: number;
}

/** What tutoring institutions are asked, and what a change of level or category asks. */
export interface TutoringForm {
  trainingField: TrainingField;
  traineesAtOnce: number;
  tutoringHead: TutoringHead;
  prepaid: Prepaid;
  /** 学龄前儿童: none, by the lesson, or half and full days (PSL 59(3)). */
  preschoolProgramme: 'none' | 'hourly' | 'half_or_full_day';
  /** Whom subject tutoring would be for (SJ). */
  tutoringAudience: 'compulsory' | 'senior' | 'preschool';
  /** The explanation of the freeze was read (ALL 30(2)). */
  freezeRead: boolean;
  newKind: NewKind;
  tutoringChange: TutoringChange;
}

const day: Check = (value, field) => (isPlainDate(value) ? [] : fault(field, 'DATE_INVALID'));
const area = whole(1, 200_000);
const trainees = whole(1, 5_000);

/** A record of which the value of one key decides what else it has. */
const by =
  (key: string, shape: Readonly<Record<string, Check>>, needs: (of: string) => readonly string[]): Check =>
  (value, field, today) => {
    const of = value !== null && typeof value === 'object' ? String((value as Record<string, unknown>)[key] ?? '') : '';
    const own = Object.fromEntries(Object.entries(shape).filter(([name]) => name === key || needs(of).includes(name)));
    return record(own)(value, field, today);
  };

const OF_KIND: Readonly<Record<string, readonly string[]>> = {
  KG: ['stage'],
  'PS-PRI-JUN': ['stage'],
  'PS-SEN': ['stage'],
  'TRN-NON': ['trainingField', 'traineesAtOnce'],
};
const OF_CHANGE: Readonly<Record<string, readonly string[]>> = {
  name: ['newName'],
  address: ['newAddress', 'areaSquareMetres', 'traineesAtOnce'],
  sponsor: [],
  closing: ['announcedOn', 'announcedIn', 'closingOn', 'prepaidBalanceYuan'],
};

export const TUTORING_FIELDS: { readonly [F in keyof TutoringForm]: Check } = {
  trainingField: oneOf(...TRAINING_FIELDS),
  traineesAtOnce: trainees,
  tutoringHead: record({
    name: text(2, 40),
    citizenNumber: identifier(checkCitizenNumber),
    degree: oneOf('none', 'college', 'bachelor', 'master'),
    yearsInEducation: whole(0, 70),
  }),
  prepaid: record({ guard: oneOf('escrow', 'risk_deposit'), months: whole(0, 24), lessons: whole(0, 500) }),
  preschoolProgramme: oneOf('none', 'hourly', 'half_or_full_day'),
  tutoringAudience: oneOf('compulsory', 'senior', 'preschool'),
  freezeRead: truth,
  newKind: by(
    'institutionType',
    {
      institutionType: oneOf(...INSTITUTION_TYPES),
      stage: oneOf(...STAGES),
      trainingField: oneOf(...TRAINING_FIELDS),
      traineesAtOnce: trainees,
    },
    (type) => OF_KIND[type] ?? [],
  ),
  tutoringChange: by(
    'what',
    {
      what: oneOf(...Object.keys(OF_CHANGE)),
      newName: text(4, 60),
      newAddress: text(6, 200),
      areaSquareMetres: area,
      traineesAtOnce: trainees,
      announcedOn: pastDay,
      announcedIn: text(2, 80),
      closingOn: day,
      prepaidBalanceYuan: whole(0, 10_000_000_000),
    },
    (what) => OF_CHANGE[what] ?? [],
  ),
};
