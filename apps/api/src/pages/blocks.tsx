import { plain, type Block, type Cell, type Section } from '../guide/blocks.js';
import { Facts, Sentence, Zh } from './parts.js';
import type { Words } from './words.js';

/** Sections of a guide, a list or a rehearsal as HTML; libs/documents prints the same pieces. */
export function Sections({ t, sections }: { t: Words; sections: readonly Section[] }) {
  return sections.map(({ id, title, blocks }) => (
    <section key={id} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Blocks t={t} blocks={blocks} />
    </section>
  ));
}

export function Blocks({ t, blocks }: { t: Words; blocks: readonly Block[] }) {
  return blocks.map((block, i) => <Piece key={i} t={t} block={block} />);
}

function Piece({ t, block }: { t: Words; block: Block }) {
  switch (block.kind) {
    case 'text':
      return (
        <p>
          <Said t={t} cell={block.text} />
        </p>
      );
    case 'head':
      return <h3>{plain(block.text)}</h3>;
    case 'facts':
      return <Facts rows={block.rows.map(([word, value]) => [word, <Said t={t} cell={value} />] as const)} />;
    case 'lines': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List className="lines">
          {block.lines.map((cell, i) => (
            <li key={i}>
              <Said t={t} cell={cell} basis />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return <Table t={t} block={block} />;
  }
}

/** A table that becomes cards on a telephone; the first column is the name of the row. */
function Table({ t, block: { label, head, rows } }: { t: Words; block: Extract<Block, { kind: 'table' }> }) {
  return (
    <table className={haveShortNames(rows) ? 'cards short-names' : 'cards'} aria-label={label}>
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = '', ...cells], i) => (
          <tr key={i}>
            <th scope="row">
              <Said t={t} cell={name} />
            </th>
            {cells.map((cell, column) => (
              <td key={column} data-label={head[column + 1]} className={lookOf(cell)}>
                <Said t={t} cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Names of a few characters leave their room to the columns beside them. */
const haveShortNames = (rows: readonly (readonly Cell[])[]): boolean =>
  rows.every(([name = '']) => plain(name).length <= 10);

/**
 * A limit, a number of trips, yes or no, a code: stands on one line wherever the table is one. An article moves to the
 * next line undivided.
 */
function lookOf(cell: Cell): 'number' | 'law' | undefined {
  const words = plain(cell);
  if (words.length <= 8 || /^[A-Z0-9-]+$/.test(words)) return 'number';
  return typeof cell !== 'string' && cell.said === '' ? 'law' : undefined;
}

/** @param basis in a list the article stands on a line of its own */
export function Said({ t, cell, basis = false }: { t: Words; cell: Cell; basis?: boolean }) {
  if (typeof cell === 'string') return <Sentence>{cell}</Sentence>;
  const article = <Zh t={t}>{cell.zh}</Zh>;
  return (
    <>
      <Sentence>{cell.said}</Sentence>
      {basis && cell.said !== '' ? <span className="basis">{article}</span> : article}
    </>
  );
}
