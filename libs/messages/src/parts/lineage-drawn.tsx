import { BOX, drawLineage, UNIT, type Graph } from '../lineage-drawing.js';

interface Shown {
  graph: Graph;
  /** The institution whose page this is. */
  here: string;
  words: {
    lineage: string;
    drawn: string;
    kind(kind: string): string;
    state(state: string): string;
  };
}

/** 沿革, drawn: the same for everybody and for the bureau. Keys move it where it is wider than the page. */
export function LineageDrawn({ graph, here, words }: Shown) {
  const { width, height, boxes, ways, labels } = drawLineage(graph);
  return (
    <div className="lineage" role="group" aria-label={words.lineage} tabIndex={0}>
      <svg
        role="img"
        aria-label={words.drawn}
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
            {`${day} ${words.kind(kind)}`}
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
              {words.state(state)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
