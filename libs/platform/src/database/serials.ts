import type { Sql } from './connection.js';

/** Takes the next number of the series `$1`, without gaps: the row stays locked until the transaction ends. */
export const NEXT_SERIAL = `insert into serial_number (series, last) values ($1, 1)
  on conflict (series) do update set last = serial_number.last + 1 returning last`;

export async function nextSerial(sql: Sql, series: string): Promise<number> {
  const [row] = await sql.query<{ last: number }>(NEXT_SERIAL, [series]);
  return row?.last ?? 1;
}

/**
 * Stands for a number that is given only when its row is written, so that nobody who wants the next one waits for more
 * than that: nine digits, together with what is printed around them found nowhere else.
 * @param id the row's own
 */
export const blankSerial = (id: string): number => 1e8 + (parseInt(id.replaceAll('-', '').slice(0, 12), 16) % 9e8);
