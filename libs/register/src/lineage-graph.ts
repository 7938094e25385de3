/** A centre of the list of before becomes a kindergarten by a conversion. */
export type LineageKind = 'merger' | 'division' | 'conversion';

/** An institution in the drawing. Column: how many mergers, divisions and conversions lead to it; row: its place among those. */
export interface LineageNode {
  id: string;
  name: string;
  state: string;
  column: number;
  row: number;
}
export interface LineageEdge {
  predecessor: string;
  successor: string;
  kind: LineageKind;
  day: string;
  caseNumber: string | null;
}
export interface LineageGraph {
  nodes: LineageNode[];
  edges: LineageEdge[];
}

type Named = Pick<LineageNode, 'id' | 'name' | 'state'>;

/** Places everybody: predecessors left of successors, each as near as may be to those it came from. */
export function placed(institutions: readonly Named[], edges: readonly LineageEdge[]): LineageGraph {
  const columns = columnsOf(institutions, edges);
  const rows = new Map<string, number>();
  const nodes: LineageNode[] = [];
  for (let column = 0; nodes.length < institutions.length; column += 1) {
    const here = institutions.filter(({ id }) => columns.get(id) === column);
    const weight = new Map(here.map(({ id }) => [id, middleOf(rows, edges, id)]));
    const inOrder = [...here].sort(
      (a, b) => (weight.get(a.id) ?? 0) - (weight.get(b.id) ?? 0) || (a.name < b.name ? -1 : 1),
    );
    for (const [row, one] of inOrder.entries()) {
      rows.set(one.id, row);
      nodes.push({ id: one.id, name: one.name, state: one.state, column, row });
    }
  }
  return { nodes, edges: [...edges] };
}

/** The longest way from a beginning. As many rounds as there are institutions are enough, also if somebody wrote a circle. */
function columnsOf(institutions: readonly Named[], edges: readonly LineageEdge[]): Map<string, number> {
  const columns = new Map(institutions.map(({ id }) => [id, 0]));
  const last = Math.max(institutions.length - 1, 0);
  for (let round = 0; round < last; round += 1)
    for (const { predecessor, successor } of edges) {
      const after = Math.min((columns.get(predecessor) ?? 0) + 1, last);
      if (after > (columns.get(successor) ?? 0)) columns.set(successor, after);
    }
  return columns;
}

function middleOf(rows: ReadonlyMap<string, number>, edges: readonly LineageEdge[], id: string): number {
  const before = edges.filter(({ successor }) => successor === id).map(({ predecessor }) => rows.get(predecessor) ?? 0);
  return before.length === 0 ? 0 : before.reduce((sum, row) => sum + row, 0) / before.length;
}
