import { sentenceOfKind, turnsOfLineage, type LineageTurn } from '../../../../libs/messages/src/lineage-drawing.js';
import { LineageDrawn } from '../../../../libs/messages/src/parts/lineage-drawn.js';
import type { LineageGraph } from '../../../../libs/register/src/index.js';
import { Sentence } from './parts.js';
import type { Words } from './words.js';

interface Shown {
  t: Words;
  graph: LineageGraph;
  /** The institution whose page this is. */
  here: string;
}

/** 沿革: who became whom, drawn and in sentences; nothing where nobody merged, divided or was converted. */
export function Lineage({ t, graph, here }: Shown) {
  if (graph.edges.length === 0) return null;
  return (
    <section aria-labelledby="lineage">
      <h2 id="lineage">{t('onDay.lineage')}</h2>
      <LineageDrawn
        graph={graph}
        here={here}
        words={{
          lineage: t('onDay.lineage'),
          drawn: t('onDay.drawn'),
          kind: (kind) => t.code('onDay.kind', kind),
          state: (state) => t.code('register', state),
        }}
      />
      <ul className="turns">
        {turnsOfLineage(graph).map((turn, i) => (
          <li key={i}>
            <Told t={t} graph={graph} turn={turn} />
            {[...turn.from, ...turn.to]
              .filter((id) => id !== here)
              .map((id) => (
                <a key={id} className="target" href={t.link(`/register/${id}`)}>
                  {nameOf(graph, id)}
                </a>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

const nameOf = ({ nodes }: LineageGraph, id: string): string => nodes.find((node) => node.id === id)?.name ?? '';

function Told({ t, graph, turn }: { t: Words; graph: LineageGraph; turn: LineageTurn }) {
  const names = (ids: readonly string[]): string => ids.map((id) => nameOf(graph, id)).join(t.enumeration);
  return (
    <span>
      <Sentence>
        {t(sentenceOfKind(turn.kind), { day: t.day(turn.day), from: names(turn.from), to: names(turn.to) })}
      </Sentence>
    </span>
  );
}
