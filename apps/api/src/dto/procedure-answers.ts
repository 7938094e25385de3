import { arr, bool, day, nul, obj, str, type Schema } from './schema.js';

const tolerance = obj({
  stage: str,
  lines: arr(obj({ lineId: str, nameZh: str, nameEn: str, reason: str, changed: bool })),
  cureOn: day,
  contentHash: nul(str),
  consequence: str,
});
const effect = obj({ ground: str, from: day, until: day, moves: arr(obj({ id: str, before: day, after: day })) });
const hearing = obj({
  stage: str,
  requestBy: nul(day),
  holdBy: nul(day),
  heldOn: nul(day),
  place: nul(str),
  chair: nul(str),
  record: nul(str),
  attended: nul(str),
  contentHash: nul(str),
  signed: bool,
  parties: arr(obj({ name: str, interest: str })),
});

/** Tolerance, special procedure and hearing of a case, as both sides read them; null where there is none. */
export const PROCEDURES_OF_CASE: Record<string, Schema> = {
  tolerance: nul(tolerance),
  specialProcedure: nul(effect),
  openableGrounds: arr(str),
  hearing: nul(hearing),
};
export const PROCEDURE_ANSWERS: Record<string, Schema> = { ExclusionEffect: effect };
