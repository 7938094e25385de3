/** What the server says of a lineage: who stands where, and who became whom. */
export interface Graph {
  nodes: readonly { id: string; name: string; state: string; column: number; row: number }[];
  edges: readonly { predecessor: string; successor: string; kind: string; day: string; caseNumber: string | null }[];
}

/** A box of the drawing, its name in lines. Lengths in sixteenths of the type's size, so that it grows with the type. */
export interface Box {
  id: string;
  state: string;
  /** It is not there any more. */
  ended: boolean;
  x: number;
  y: number;
  lines: string[];
}
export interface Drawing {
  width: number;
  height: number;
  boxes: Box[];
  /** Ways from a predecessor down to a successor. */
  ways: string[];
  /** What happened, in the middle of the ways that belong to it. */
  labels: { x: number; y: number; kind: string; day: string }[];
}

const KINDS = ['merger', 'division', 'conversion'] as const;
const kindOf = (kind: string): (typeof KINDS)[number] => KINDS.find((one) => one === kind) ?? 'division';
/** The sentence of what happened, and the word for it in the drawing. */
export const sentenceOfKind = (kind: string) => `onDay.${kindOf(kind)}` as const;
export const wordOfKind = (kind: string) => `onDay.kind.${kindOf(kind)}` as const;

export const UNIT = 16;
export const BOX = { width: 148, height: 92, line: 20 };
const GAP = { across: 14, down: 72 };
const SIGNS = 8;
const MOST_LINES = 3;
const GOES_ON: readonly string[] = ['PREPARING', 'LICENSED_PENDING_REGISTRATION', 'OPERATING', 'CLOSING', 'SUSPENDED'];

/** Time goes down: every generation is a row, in the middle of the drawing. */
export function drawLineage({ nodes, edges }: Graph): Drawing {
  const widest = Math.max(...nodes.map(({ row }) => row + 1));
  const width = widest * (BOX.width + GAP.across) - GAP.across;
  const generations = Math.max(...nodes.map(({ column }) => column)) + 1;
  const boxes = nodes.map(({ id, name, state, column, row }) => {
    const here = nodes.filter((one) => one.column === column).length;
    const first = ((widest - here) * (BOX.width + GAP.across)) / 2;
    const x = first + row * (BOX.width + GAP.across);
    return { id, state, ended: !GOES_ON.includes(state), x, y: column * (BOX.height + GAP.down), lines: inLines(name) };
  });
  const at = new Map(boxes.map((box) => [box.id, box]));
  const drawn = edges.flatMap(({ predecessor, successor, kind, day }) => {
    const [from, to] = [at.get(predecessor), at.get(successor)];
    return from && to ? [{ from, to, kind, day }] : [];
  });
  return {
    width,
    height: generations * (BOX.height + GAP.down) - GAP.down,
    boxes,
    ways: drawn.map(({ from, to }) => wayOf(from, to)),
    labels: labelsOf(drawn),
  };
}

/** A name in lines of nearly equal length; what is longer than the box ends in dots, and stands in full in the list. */
function inLines(name: string): string[] {
  const signs = [...name];
  const count = Math.min(Math.ceil(signs.length / SIGNS), MOST_LINES);
  const each = Math.min(Math.ceil(signs.length / count), SIGNS);
  const lines = Array.from({ length: count }, (_, i) => signs.slice(i * each, (i + 1) * each).join(''));
  return signs.length > count * each ? [...lines.slice(0, -1), `${(lines.at(-1) ?? '').slice(0, -1)}…`] : lines;
}

interface Way {
  from: Box;
  to: Box;
  kind: string;
  day: string;
}

function wayOf(from: Box, to: Box): string {
  const [x1, y1, x2, y2] = [from.x + BOX.width / 2, from.y + BOX.height, to.x + BOX.width / 2, to.y - 6];
  const bend = Math.max((y2 - y1) / 2, GAP.down / 2);
  return `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`;
}

/** A merger is told above its successor, a division below what was divided: once each. */
function labelsOf(ways: readonly Way[]): Drawing['labels'] {
  const told = new Map<string, Drawing['labels'][number]>();
  for (const { from, to, kind, day } of ways) {
    const hub = kind === 'merger' ? to : from;
    const y = kind === 'merger' ? hub.y - 26 : hub.y + BOX.height + 30;
    told.set(`${kind} ${day} ${hub.id}`, { x: hub.x + BOX.width / 2, y, kind, day });
  }
  return [...told.values()];
}

/** What happened in one case, for the list: from whom, to whom. */
export interface LineageTurn {
  kind: string;
  day: string;
  from: string[];
  to: string[];
}

export function turnsOfLineage({ edges }: Graph): LineageTurn[] {
  const turns = new Map<string, LineageTurn>();
  for (const { caseNumber, kind, day, predecessor, successor } of edges) {
    const key = `${caseNumber} ${kind} ${day}`;
    const turn = turns.get(key) ?? { kind, day, from: [], to: [] };
    if (!turn.from.includes(predecessor)) turn.from.push(predecessor);
    if (!turn.to.includes(successor)) turn.to.push(successor);
    turns.set(key, turn);
  }
  return [...turns.values()];
}
