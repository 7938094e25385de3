/** Shape of the two files of a pack; `additionalProperties: false` everywhere, so that an unknown key is a finding. */
const text = { type: 'string', minLength: 1 } as const;
const count = { type: 'integer', minimum: 1 } as const;
const units = { enum: ['working_day', 'calendar_day', 'month', 'year'] } as const;
const confidence = { enum: ['law', 'common-practice', 'assumption'] } as const;
const refs = { type: 'array', items: text } as const;

const closed = (properties: object, required = Object.keys(properties)) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const limit = (more: object) => closed({ length: count, unit: units, ...more });

const material = closed(
  {
    id: text,
    nameZh: text,
    nameEn: text,
    role: { enum: ['main', 'secondary', 'voluntary'] },
    condition: { enum: ['donated', 'joint_sponsors', 'agent', 'kindergarten'] },
    source: { enum: ['upload', 'form', 'lookup'] },
    fields: { type: 'array', items: text },
    tolerable: { type: 'boolean' },
    cureDays: count,
    basis: refs,
    confidence,
    sampleZh: text,
  },
  ['id', 'nameZh', 'nameEn', 'role', 'source', 'tolerable', 'basis', 'confidence', 'sampleZh'],
);

const sections = {
  code: text,
  version: text,
  nameZh: text,
  nameEn: text,
  powerType: text,
  basis: refs,
  applicantZh: text,
  applicantEn: text,
  limits: closed(
    {
      statutory: limit({ basis: text }),
      promised: limit({ confidence }),
      correctionPeriod: limit({ confidence }),
      preReview: limit({}),
      internal: closed({ review: count, legality: count, decision: count }),
    },
    [],
  ),
  maxTrips: { type: 'integer', minimum: 0 },
  fee: closed({ amount: { type: 'integer', minimum: 0 }, basis: text }),
  licenceTermYears: count,
  requiredCapitalYuan: { type: 'integer', minimum: 0 },
  materials: { type: 'array', items: material },
  attestations: {
    type: 'array',
    items: closed({
      lane: {
        enum: [
          'education_site',
          'health_site',
          'market_site',
          'hygiene_evaluation',
          'fire_acceptance',
          'structural_safety',
          'name_lookup',
        ],
      },
      department: text,
      how: { enum: ['joint_site_check', 'lookup', 'paper'] },
      nameZh: text,
      nameEn: text,
      basis: refs,
    }),
  },
  specialProcedures: { type: 'array', items: { enum: ['hearing', 'testing', 'appraisal', 'expert_review'] } },
  steps: { type: 'array', items: closed({ zh: text, en: text }) },
};

/** One file: any of the sections. */
export const PACK_FILE_SCHEMA = closed(sections, ['code', 'version']);
/** Base and overlay together: all of the sections. */
export const WHOLE_PACK_SCHEMA = {
  ...closed(sections),
  properties: { ...sections, limits: { ...sections.limits, required: Object.keys(sections.limits.properties) } },
};

export const AUTHORITY_SCHEMA = closed({
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
  noticePrefixes: {
    type: 'object',
    additionalProperties: text,
    required: ['receipt', 'acceptance', 'nonAcceptance', 'correction', 'notice', 'decision', 'refusal', 'service'],
  },
});
