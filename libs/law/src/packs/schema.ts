import { ONLINE_FORMS } from '../forms.js';
import { READING_TERMS } from '../readings.js';
import { CURE_FAILURES } from '../tolerance.js';
import { CONDITIONS, FAMILIES, PACK_LANES, POWER_TYPES, STAGES_OF_LINE } from './terms.js';

/** Shape of the files of a pack; `additionalProperties: false` everywhere, so that an unknown key is a finding. */
const text = { type: 'string', minLength: 1 } as const;
const count = { type: 'integer', minimum: 1 } as const;
const amount = { type: 'integer', minimum: 0 } as const;
const unit = { enum: ['working_day', 'calendar_day', 'month', 'year'] } as const;
const confidence = { enum: ['law', 'common-practice', 'assumption'] } as const;
const need = { enum: ['compulsory', 'optional', 'none'] } as const;
const refs = { type: 'array', items: text } as const;
const yes = { const: true } as const;

const closed = (properties: object, required = Object.keys(properties)) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const list = (items: object) => ({ type: 'array', items });
const orNull = (schema: object) => ({ oneOf: [schema, { type: 'null' }] });

const said = { zh: text, en: text };
const period = { length: count, unit };
const extension = closed({
  ...period,
  approver: { enum: ['head_of_agency', 'head_of_government'] },
  basis: text,
});
/** One object for all kinds of limit, so that an unknown key is told as such; which kind it is, is a rule. */
const statutory = closed(
  {
    ...period,
    unitConfidence: confidence,
    extension,
    joint: closed({ ...period, basis: text, extension }),
    date: { enum: ['before_expiry', 'yearly'] },
    none: yes,
    asMatter: yes,
    ...said,
    basis: text,
  },
  [],
);

const material = {
  id: text,
  nameZh: text,
  nameEn: text,
  role: { enum: ['main', 'secondary', 'voluntary'] },
  condition: { enum: CONDITIONS },
  notBelowSquareMetres: count,
  source: { enum: ['upload', 'form', 'lookup', 'agency'] },
  stage: { enum: STAGES_OF_LINE },
  fields: { type: 'array', items: text },
  original: { type: 'boolean' },
  tolerable: { type: 'boolean' },
  cureDays: count,
  basis: refs,
  confidence,
  sampleZh: text,
  sampleEn: text,
};
const lane = {
  lane: { enum: PACK_LANES },
  department: text,
  how: { enum: ['joint_site_check', 'lookup', 'paper', 'opinion'] },
  condition: { enum: CONDITIONS },
  nameZh: text,
  nameEn: text,
  basis: refs,
  confidence,
};
const omit = { omit: yes };
const without = <T extends object>(of: T, ...keys: (keyof T & string)[]): string[] =>
  Object.keys(of).filter((key) => !(keys as string[]).includes(key));

const sections = {
  code: text,
  version: text,
  nameZh: text,
  nameEn: text,
  family: { enum: FAMILIES },
  powerCode: { enum: Object.keys(POWER_TYPES) },
  basis: refs,
  applicantZh: text,
  applicantEn: text,
  limits: closed(
    {
      statutory,
      promised: orNull(closed({ ...period, confidence })),
      correctionPeriod: closed({ ...period, confidence }),
      preReview: closed(period),
      internal: orNull(closed({ review: count, legality: amount, decision: count })),
    },
    [],
  ),
  maxTrips: amount,
  fee: closed({ amount, basis: text }),
  licenceTermYears: orNull(count),
  confirmedYears: count,
  requiredCapitalYuan: orNull(amount),
  materials: list(closed({ ...material, ...omit }, ['id'])),
  preconditions: list(closed({ ...said, basis: refs, confidence })),
  attestations: list(closed({ ...lane, ...omit }, ['lane'])),
  specialProcedures: list({ enum: ['hearing', 'testing', 'appraisal', 'expert_review'] }),
  toleranceFailure: { enum: CURE_FAILURES },
  onSite: closed({ need, ...said, basis: refs }),
  publicNotice: closed({ need, ...said, basis: refs }),
  expertReview: need,
  collectiveDecision: { type: 'boolean' },
  expertArgument: { type: 'boolean' },
  riskAssessment: { type: 'boolean' },
  steps: list(closed(said)),
  results: list(closed(said)),
  licencePrint: { enum: ['new', 'reprinted', 'taken_back', 'none'] },
  notes: list(closed(said)),
  intermediaries: list(closed({ ...said, basis: refs })),
  switchedOff: orNull(closed({ ...said, stillOpenFor: { enum: ['centres'] } }, ['zh', 'en'])),
  freeze: orNull(closed({ ...said, basis: refs })),
  onlineForm: orNull({ enum: [...ONLINE_FORMS] }),
  confidence: { type: 'object', additionalProperties: confidence },
};
/** Sections that most matters do without. */
const MAY_LACK = [
  'licenceTermYears',
  'confirmedYears',
  'requiredCapitalYuan',
  'intermediaries',
  'toleranceFailure',
  'switchedOff',
  'freeze',
  'onlineForm',
  'confidence',
  'expertArgument',
  'riskAssessment',
] as const;

/** One file: any of the sections. */
export const PACK_FILE_SCHEMA = closed(sections, ['code', 'version']);
/** Base, overlay and the two national lists together: all of the sections, every line in full. */
export const WHOLE_PACK_SCHEMA = closed(
  {
    ...sections,
    limits: { ...sections.limits, required: Object.keys(sections.limits.properties) },
    materials: list(
      closed(
        material,
        without(material, 'condition', 'notBelowSquareMetres', 'fields', 'cureDays', 'stage', 'original'),
      ),
    ),
    attestations: list(closed(lane, without(lane, 'condition'))),
  },
  without(sections, ...MAY_LACK),
);

const named = (of: object) => ({ type: 'object', additionalProperties: of });
/** national/materials.yaml: what a line is, whichever matter asks for it. */
export const MATERIALS_SCHEMA = named(closed(material, []));
/** national/lanes.yaml: what a lane of evidence is. */
export const LANES_SCHEMA = {
  ...named(closed(lane, [])),
  propertyNames: { enum: PACK_LANES },
};

const time = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' } as const;
const placeHours = closed({
  slotMinutes: { type: 'integer', minimum: 5, maximum: 480 },
  capacity: { type: 'integer', minimum: 1, maximum: 50 },
  spans: { type: 'array', minItems: 1, items: closed({ from: time, to: time }) },
});

export const AUTHORITY_SCHEMA = closed(
  {
    nameZh: text,
    nameEn: text,
    region: { type: 'string', pattern: '^\\d{6}$' },
    regionZh: text,
    reconsiderationBody: text,
    court: text,
    sealZh: text,
    licenceSealZh: text,
    hotline: text,
    officeZh: text,
    nameMn: text,
    licenceTypeCode: text,
    noticePrefixes: {
      type: 'object',
      additionalProperties: text,
      required: ['receipt', 'acceptance', 'nonAcceptance', 'correction', 'notice', 'decision', 'refusal', 'service'],
    },
    officeHours: closed({
      daysAhead: { type: 'integer', minimum: 1, maximum: 60 },
      counter: placeHours,
      home: placeHours,
    }),
    assignment: { enum: ['named', 'open'] },
    matters: { type: 'array', items: text, minItems: 1 },
    readings: closed(Object.fromEntries(Object.entries(READING_TERMS).map(([key, { schema }]) => [key, schema])), []),
    confidence: { type: 'object', additionalProperties: confidence },
  },
  [
    'nameZh',
    'nameEn',
    'region',
    'regionZh',
    'reconsiderationBody',
    'court',
    'sealZh',
    'licenceSealZh',
    'hotline',
    'officeZh',
    'noticePrefixes',
    'matters',
  ],
);
