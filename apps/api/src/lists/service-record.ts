import { plainDateOf } from '../../../../libs/law/src/index.js';
import { serviceRecord, type RecordedMonth } from '../../../../libs/publicity/src/index.js';
import type { Words } from '../pages/words.js';
import type { Tools } from '../tools.js';
import { tripBound } from '../trip-bound.js';

export interface BoardRow extends RecordedMonth {
  nameZh: string;
  nameEn: string;
  boundProved: number | null;
}

/** The board: what was measured, and what the certificate of the matter proves. */
export async function boardRows(tools: Tools): Promise<BoardRow[]> {
  const { published } = tools.workshop.shelf;
  return (await serviceRecord(tools.sql)).map((row) => {
    const pack = published.get(row.matter)?.pack;
    return {
      ...row,
      nameZh: pack?.nameZh ?? row.matter,
      nameEn: pack?.nameEn ?? row.matter,
      boundProved: tripBound(tools, row.matter),
    };
  });
}

export async function boardAsData(tools: Tools) {
  return {
    measure: 'demanded + extra + voluntary without the confirmation of the applicant, per closed case',
    asOf: plainDateOf(tools.clock.now()),
    items: await boardRows(tools),
  };
}

/** The same in words: for the page and for the CSV file. */
export function boardTable(t: Words, rows: readonly BoardRow[]): { head: string[]; rows: string[][] } {
  const head = (['matter', 'month', 'closed', 'average', 'most', 'zero', 'bound'] as const).map((column) =>
    t(`page.record.${column}`),
  );
  return {
    head,
    rows: rows.map((row) => [
      t.called(row),
      t.month(row.month),
      String(row.casesClosed),
      row.averageTrips.toFixed(2),
      String(row.mostTrips),
      t('page.record.percent', { n: Math.round(row.shareWithoutTrip * 100) }),
      row.boundProved === null ? t('page.record.notProved') : String(row.boundProved),
    ]),
  };
}
