import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** Chance as an input. */
export interface IdSource {
  uuid(): string;
  /** @param bytes of entropy; returned as lower-case hex */
  secret(bytes: number): string;
}

export const randomIds: IdSource = {
  uuid: () => randomUUID(),
  secret: (bytes) => randomBytes(bytes).toString('hex'),
};

/** SHA-256 in hex. */
export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** JSON with sorted keys: equal content, equal text, equal hash. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

/** The same value with the keys of every object in order; what says by itself how it is written (a moment) is asked first. */
function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (saysItself(value)) return sorted(value.toJSON());
  if (Array.isArray(value)) return value.map(sorted);
  const fields = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.keys(fields)
      .sort()
      .map((key) => [key, sorted(fields[key])]),
  );
}

const saysItself = (value: object): value is { toJSON(): unknown } =>
  'toJSON' in value && typeof value.toJSON === 'function';

/** The same text, the same id: for commands that a job may have to send again after a cut. Has the form of a UUID. */
export function derivedId(text: string): string {
  const digest = sha256(text);
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
