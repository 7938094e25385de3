/** An error as it may be written down: what went wrong and where, without what people had typed. */
export interface SafeError {
  name: string;
  message: string;
  code?: string;
  /** Constraint, table and column of the database, which are words of ours. */
  constraint?: string;
  stack: string[];
}

const HIDDEN = '…';
/** Numbers of telephones and persons; digits inside an id such as a UUID stand next to a letter, a digit or a hyphen. */
const LONG_NUMBER = /(?<![\w-])\d{6,}[Xx]?(?![\w-])/g;
const HAN = /[\p{Script=Han}·]+/gu;
const QUOTED = /"[^"]*"|'[^']*'|“[^”]*”|`[^`]*`/g;
/** A quoted word of the schema or the code, not of a person. */
const IDENTIFIER = /^.[a-z][a-z0-9]*(?:[_.][a-z0-9]+)+.$/i;

/** The database's errors about a value repeat the value: class 22 of SQLSTATE. */
const aboutValue = (code: string | undefined): boolean => code?.startsWith('22') ?? false;

/** @param error whatever was thrown */
export function safeError(error: unknown): SafeError {
  if (!(error instanceof Error)) return { name: typeof error, message: HIDDEN, stack: [] };
  const driver = (error as { driverError?: { code?: unknown; constraint?: unknown } }).driverError;
  const code = textOf(driver?.code ?? (error as { code?: unknown }).code);
  const constraint = textOf(driver?.constraint ?? (error as { constraint?: unknown }).constraint);
  return {
    name: error.name,
    message: masked(error.message, aboutValue(code)),
    ...(code ? { code } : {}),
    ...(constraint ? { constraint } : {}),
    // the first lines of a stack repeat the message
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
  };
}

/** One line for people who run the system: the reason of a failure. */
export function safeReason(error: unknown): string {
  const { name, message, code } = safeError(error);
  return `${code ? `${name} ${code}` : name}: ${message}`;
}

function masked(message: string, everyQuote: boolean): string {
  return message
    .replace(QUOTED, (quoted) => (!everyQuote && IDENTIFIER.test(quoted) ? quoted : HIDDEN))
    .replace(HAN, HIDDEN)
    .replace(LONG_NUMBER, HIDDEN);
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w.-]{1,80}$/.test(value) ? value : undefined;
