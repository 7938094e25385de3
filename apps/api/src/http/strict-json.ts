import { visit, printParseErrorCode } from 'jsonc-parser';
import { Refusal } from '../../../../libs/platform/src/index.js';

/**
 * JSON as it stands: no comments, no trailing commas, and no key twice. A repeated key is how one reader can be shown
 * something else than another, so it is an error of its own. Keys that reach for the prototype are refused too.
 */
export function parseStrictJson(text: string): unknown {
  const open: Set<string>[] = [];
  visit(
    text,
    {
      onObjectBegin: () => void open.push(new Set()),
      onObjectEnd: () => void open.pop(),
      onObjectProperty: (name) => {
        if (name === '__proto__' || open.at(-1)?.has(name))
          throw new Refusal('DUPLICATE_FIELD', { params: { field: name } });
        open.at(-1)?.add(name);
      },
      onError: (code) => {
        throw new Refusal('BODY_INVALID', { params: { reason: printParseErrorCode(code) } });
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('BODY_INVALID');
  }
}
