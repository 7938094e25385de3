export type IdentifierCheck = { ok: true } | { ok: false; code: string };
