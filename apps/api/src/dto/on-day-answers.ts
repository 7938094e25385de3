import { arr, day, int, nul, obj, open, str, time, type Schema } from './schema.js';

const lineage = obj({
  nodes: arr(obj({ id: str, name: str, state: str, column: int, row: int })),
  edges: arr(obj({ predecessor: str, successor: str, kind: str, day, caseNumber: nul(str) })),
});
const term = obj({ from: day, until: day });
const facts: Record<string, Schema> = {
  name: str,
  address: str,
  campuses: arr(str),
  institutionType: str,
  stage: str,
  trainingField: { type: 'string', enum: ['culture', 'sports', 'science'] },
  nature: str,
  principal: str,
  sponsors: arr(str),
  legalRepresentative: str,
  state: str,
  licenceNumber: str,
  validFrom: day,
  validTo: day,
  preparedUntil: day,
  creditCode: str,
  inclusive: term,
  quality: obj({ level: str, from: day, until: day }),
  charterFrom: day,
  recognised: obj({ number: str, from: day, until: day }),
  became: obj({ into: str, kindergartenLicence: str, nurseryFiling: str }, ['kindergartenLicence', 'nurseryFiling']),
};
const asked = { id: str, validOn: day, recordedOn: day, days: arr(day), lineage };
const turn = { cause: str, caseNumber: nul(str), matter: nul(str), validFrom: day, changed: arr(str) };

const kind = { type: 'string', enum: ['name', 'address', 'principal', 'sponsor'] };
const share = { type: 'number' };
const alikeCase = obj({
  by: kind,
  caseId: str,
  number: str,
  matter: str,
  name: str,
  state: str,
  value: str,
  likeness: share,
});
const alike = obj({
  by: kind,
  institutionId: str,
  name: str,
  state: str,
  licenceNumber: nul(str),
  value: str,
  likeness: share,
});

/** What the register said on a day: for everybody, and for the bureau with all that is written and by which case. */
export const ON_DAY_ANSWERS: Record<string, Schema> = {
  LikeEntries: obj({ items: arr(alike), cases: arr(alikeCase) }),
  PublicOnDay: obj({
    ...asked,
    said: nul(obj(facts, Object.keys(facts))),
    turns: arr(obj({ ...turn, recordedOn: day })),
  }),
  RegisterOnDay: obj({
    ...asked,
    said: nul(open),
    turns: arr(obj({ ...turn, caseId: nul(str), recordedAt: time, fields: open })),
  }),
};
