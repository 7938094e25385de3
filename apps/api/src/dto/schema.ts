/** The few words with which answers are described as JSON Schema. */
export type Schema = Record<string, unknown>;
export const str: Schema = { type: 'string' };
export const int: Schema = { type: 'integer' };
export const bool: Schema = { type: 'boolean' };
export const time: Schema = { type: 'string', format: 'date-time' };
export const day: Schema = { type: 'string', format: 'date' };
export const open: Schema = { type: 'object', additionalProperties: true };
export const nul = (schema: Schema): Schema => ({ ...schema, nullable: true });
export const arr = (items: Schema): Schema => ({ type: 'array', items });
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const obj = (properties: Record<string, Schema>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
});

export const article = obj({ law: str, article: str, ref: str, zh: str });
export const said = obj({ zh: str, en: str });
export const founded = obj({ zh: str, en: str, basis: arr(article) });
export const period = obj({ length: int, unit: str, confidence: str });
export const extension = obj({ length: int, unit: str, approver: str, article });
export const page = (item: string): Schema => obj({ items: arr(ref(item)), next: nul(str) });
