/** Whether an identifier is well made; `code` is stable, its sentence stands in the message files. */
export type IdentifierCheck = { ok: true } | { ok: false; code: string };

/** The parts of a number, or why it is none. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; code: string };

export const refused = (code: string): { ok: false; code: string } => ({ ok: false, code });
