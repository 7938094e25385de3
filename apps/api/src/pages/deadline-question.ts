import { dayAsTyped, type Unit } from '../../../../libs/law/src/index.js';
import { readPeriod, UNITS, type Asked, type Fault } from '../deadline.js';

/** What somebody typed into the form, kept as it was typed. */
export interface TypedPeriod {
  from: string;
  length: string;
  unit: Unit;
  before: boolean;
  roll: boolean;
  spans: readonly { from: string; to: string }[];
}
export interface DeadlineQuestion {
  typed: TypedPeriod;
  /** null where nothing was asked yet. */
  asked: Asked | null;
  /** Each fault at the input of the form that it is about. */
  faults: readonly (Fault & { input: string })[];
}

type Query = Readonly<Record<string, unknown>>;
const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 40) : '');
const texts = (value: unknown): string[] =>
  value === undefined ? [] : (Array.isArray(value) ? value : [value]).slice(0, 30).map(text);

/** The form as it was sent, also with the parameters of the interface, so that either address may be passed on. */
export function readQuestion(query: Query): DeadlineQuestion {
  const typed = typedPeriod(query);
  if (query['from'] === undefined) return { typed, asked: null, faults: [] };
  const asked = readPeriod({
    from: dayAsTyped(typed.from),
    length: typed.before ? `-${number(typed.length)}` : number(typed.length),
    unit: typed.unit,
    roll: typed.roll ? 'next' : 'none',
    exclude: typed.spans.map(({ from, to }) => `${dayAsTyped(from)}..${dayAsTyped(to)}`),
  });
  const faults = asked.ok ? [] : asked.faults.map((fault) => ({ ...fault, input: inputOf(fault.field) }));
  return { typed, asked, faults };
}

function typedPeriod(query: Query): TypedPeriod {
  const length = text(query['length']);
  const last = texts(query['excludeTo']);
  const pairs = texts(query['excludeFrom']).map((from, i) => ({ from, to: last[i] ?? '' }));
  const whole = texts(query['exclude']).map((span) => {
    const [from = '', to = ''] = span.split('..');
    return { from, to };
  });
  return {
    from: text(query['from']),
    length: number(length).startsWith('-') ? number(length).slice(1) : length,
    unit: UNITS.find((unit) => unit === query['unit']) ?? 'working_day',
    before: query['way'] === 'before' || number(length).startsWith('-'),
    roll: query['roll'] === 'next',
    spans: [...pairs, ...whole].filter(({ from, to }) => from.trim() !== '' || to.trim() !== ''),
  };
}

const number = (typed: string): string => typed.normalize('NFKC').replace(/\s/g, '');

/** The id of the input; a span by its place, all spans at the first. */
function inputOf(field: string): string {
  const [, place = '0'] = /^exclude(?:\[(\d+)\])?$/.exec(field) ?? [];
  return field.startsWith('exclude') ? `exclude-${place}` : field;
}
