import { Link } from 'wouter';
import {
  BOX,
  drawLineage,
  sentenceOfKind,
  turnsOfLineage,
  wordOfKind,
  UNIT,
  type LineageTurn,
} from '../../../../../libs/messages/src/lineage-drawing.js';
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
      <Drawn graph={graph} here={here} />
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

/** Keys move it where it is wider than the page. */
function Drawn({ graph, here }: { graph: Graph; here: string }) {
  const t = useSay();
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
            {`${day} ${t(wordOfKind(kind))}`}
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
