import {
  BOX,
  drawLineage,
  sentenceOfKind,
  turnsOfLineage,
  UNIT,
  type LineageTurn,
} from '../../../../libs/messages/src/lineage-drawing.js';
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
      <Drawn t={t} graph={graph} here={here} />
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

/** Keys move it where it is wider than the page. */
function Drawn({ t, graph, here }: Shown) {
  const { width, height, boxes, ways, labels } = drawLineage(graph);
  return (
    <div className="lineage" role="group" aria-label={t('onDay.lineage')} tabIndex={0}>
      <svg
        role="img"
        aria-label={t('onDay.drawn')}
        viewBox={`0 0 ${width} ${height}`}
        width={`${width / UNIT}em`}
        height={`${height / UNIT}em`}
      >
        <defs>
          <marker id="tip" viewBox="0 0 8 8" refX="4" refY="4" markerWidth="5" markerHeight="5" orient="auto">
            <path className="tip" d="M0 0L8 4L0 8z" />
          </marker>
        </defs>
        {ways.map((way) => (
          <path key={way} className="way" d={way} markerEnd="url(#tip)" />
        ))}
        {labels.map(({ x, y, kind, day }) => (
          <text key={`${x} ${y}`} className="happened" x={x} y={y}>
            {`${day} ${t.code('onDay.kind', kind)}`}
          </text>
        ))}
        {boxes.map(({ id, state, ended, x, y, lines }) => (
          <g key={id} className={[ended ? 'ended' : '', id === here ? 'here' : ''].join(' ').trim() || undefined}>
            <rect x={x + 2} y={y + 2} width={BOX.width - 4} height={BOX.height - 4} rx={8} />
            {lines.map((line, i) => (
              <text key={i} className="name" x={x + BOX.width / 2} y={y + 24 + i * BOX.line} lang="zh-CN">
                {line}
              </text>
            ))}
            <text className="told" x={x + BOX.width / 2} y={y + BOX.height - 10}>
              {t.code('register', state)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
