import { measureElement, useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { last } from './last.js';

export interface Column<Row> {
  head: string;
  cell(row: Row): ReactNode;
}

interface Props<Row> {
  caption: string;
  className?: string;
  rows: readonly Row[];
  /** The first column leads to the row's page. */
  columns: readonly Column<Row>[];
  to(row: Row): string;
  markOf?(row: Row): string | undefined;
  /** Called when the end comes near; absent where a button does it. */
  more?: () => void;
  hasMore?: boolean;
}

/** A line of a table; a card on a telephone is many times as high, so what was measured last is what the others are taken for. */
const ROW_HEIGHT = 44;
const NEAR_THE_END = 20;

/**
 * A table of any length: only the rows near the screen are in the page. One row is in the tab order; arrows, j and k
 * walk, Home and End jump, Enter opens.
 */
export function RowTable<Row extends { id: string }>({
  caption,
  className = '',
  rows,
  columns,
  to,
  markOf,
  more,
  hasMore,
}: Props<Row>) {
  const { table, rowsBefore, rowsAfter, shown, measure, scrollTo } = useShownRows(rows);
  const { active, setActive, onKeyDown } = useWalk(rows.length, table, scrollTo);
  const lastShown = last(shown)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastShown >= rows.length - NEAR_THE_END) more?.();
  }, [lastShown, rows.length, hasMore]);
  const inTabOrder = shown.some(({ index }) => index === active) ? active : shown[0]?.index;
  return (
    <table
      className={`rows ${className}`}
      role="grid"
      aria-label={caption}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      ref={table}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr aria-rowindex={1}>
          {columns.map(({ head }) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Space height={rowsBefore} />
        {shown.map(({ index }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <RowInPage
              key={row.id}
              row={row}
              index={index}
              columns={columns}
              to={to}
              mark={markOf?.(row)}
              inTabOrder={index === inTabOrder}
              measure={measure}
              onFocus={setActive}
            />
          );
        })}
        <Space height={rowsAfter} />
      </tbody>
    </table>
  );
}

interface RowProps<Row> {
  row: Row;
  index: number;
  columns: readonly Column<Row>[];
  to(row: Row): string;
  mark: string | undefined;
  inTabOrder: boolean;
  measure(element: Element | null): void;
  onFocus(index: number): void;
}

/** One row; drawn again only when something about it changes, so that scrolling costs the new rows alone. */
const RowInPage = memo(function RowInPage<Row>(props: RowProps<Row>) {
  const { row, index, columns, to, mark, inTabOrder, measure, onFocus } = props;
  const [, go] = useLocation();
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={mark}
      onClick={(event) => {
        if (!(event.target as Element).closest('a, button')) go(to(row));
      }}
    >
      {columns.map(({ head, cell }, i) => (
        <td key={head} data-label={head}>
          {i === 0 ? (
            <Link href={to(row)} tabIndex={inTabOrder ? 0 : -1} onFocus={() => onFocus(index)}>
              {cell(row)}
            </Link>
          ) : (
            cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}) as <Row>(props: RowProps<Row> & { key?: string }) => ReactNode;

/** The rows that are not in the page, as empty room. */
function Space({ height }: { height: number }) {
  return height > 0 ? (
    <tr aria-hidden="true" className="space">
      <td style={{ height }} />
    </tr>
  ) : null;
}

function useShownRows(rows: readonly { id: string }[]) {
  const table = useRef<HTMLTableElement>(null);
  const typical = useRef(ROW_HEIGHT);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measureTop = (): void => {
      const body = table.current?.tBodies[0];
      if (body) setTop(Math.round(body.getBoundingClientRect().top + window.scrollY));
    };
    measureTop();
    // what stands above the table may grow or shrink without this table being drawn again
    const watch = new ResizeObserver(measureTop);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, [rows]);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => typical.current,
    measureElement: (element, entry, instance) => {
      const height = measureElement(element, entry, instance);
      if (height > 0) typical.current = height;
      return height;
    },
    overscan: 12,
    scrollMargin: top,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const shown = virtual.getVirtualItems();
  const first = shown[0];
  const end = last(shown);
  return {
    table,
    shown,
    measure: virtual.measureElement,
    scrollTo: (index: number) => virtual.scrollToIndex(index),
    rowsBefore: first ? first.start - top : 0,
    rowsAfter: end ? virtual.getTotalSize() - (end.end - top) : 0,
  };
}

const STEPS: Record<string, number> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/** Walks from row to row; the row that is walked to is scrolled to first and takes the focus once it is there. */
function useWalk(count: number, table: { current: HTMLTableElement | null }, scrollTo: (index: number) => void) {
  const [active, setActive] = useState(0);
  const [wanted, setWanted] = useState<number | null>(null);
  const rowLink = (index: number) => table.current?.querySelector<HTMLElement>(`tr[data-index="${index}"] a`);
  useEffect(() => {
    const link = wanted === null ? null : rowLink(wanted);
    if (!link) return;
    link.focus({ preventScroll: true });
    link.closest('tr')?.scrollIntoView({ block: 'nearest' });
    setWanted(null);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(count - 1, active + step));
    setActive(next);
    setWanted(next);
    if (!rowLink(next)) scrollTo(next);
  };
  return { active, setActive, onKeyDown };
}
