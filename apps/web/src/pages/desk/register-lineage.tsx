import { Link } from 'wouter';
import { sentenceOfKind, turnsOfLineage, type LineageTurn } from '../../../../../libs/messages/src/lineage-drawing.js';
import { LineageDrawn } from '../../../../../libs/messages/src/parts/lineage-drawn.js';
import type { Schemas } from '../../api.js';
import { Sentence } from '../../kit/index.js';
import { useSay } from '../../say.js';

type Graph = Schemas['RegisterOnDay']['lineage'];

/** 沿革: who became whom, drawn and in sentences; nothing where nobody merged or divided. */
export function Lineage({ graph, here }: { graph: Graph; here: string }) {
  const t = useSay();
  if (graph.edges.length === 0) return null;
  return (
    <section className="card" aria-labelledby="lineage-title">
      <h2 id="lineage-title">{t('onDay.lineage')}</h2>
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
          <OneTurn key={i} graph={graph} turn={turn} here={here} />
        ))}
      </ul>
    </section>
  );
}

function OneTurn({ graph, turn, here }: { graph: Graph; turn: LineageTurn; here: string }) {
  const t = useSay();
  const nameOf = (id: string): string => graph.nodes.find((node) => node.id === id)?.name ?? '';
  const names = (ids: readonly string[]): string => ids.map(nameOf).join(t.language === 'zh' ? '、' : ', ');
  return (
    <li>
      <span>
        <Sentence>
          {t(sentenceOfKind(turn.kind), { day: t.day(turn.day), from: names(turn.from), to: names(turn.to) })}
        </Sentence>
      </span>
      {[...turn.from, ...turn.to]
        .filter((id) => id !== here)
        .map((id) => (
          <Link key={id} href={`/desk/register/${id}`}>
            {nameOf(id)}
          </Link>
        ))}
    </li>
  );
}
