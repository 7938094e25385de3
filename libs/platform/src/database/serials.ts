import type { Sql } from './connection.js';

/** The next number of a series, without gaps: the row stays locked until the transaction ends. */
export async function nextSerial(sql: Sql, series: string): Promise<number> {
  const [row] = await sql.query<{ last: number }>(
    `insert into serial_number (series, last) values ($1, 1)
     on conflict (series) do update set last = serial_number.last + 1 returning last`,
    [series],
  );
  return row?.last ?? 1;
}
