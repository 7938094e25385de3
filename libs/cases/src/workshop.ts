import type { DataSource } from 'typeorm';
import type { PdfPress } from '../../documents/src/index.js';
import type { Clock, IdSource } from '../../platform/src/index.js';
import type { CalendarShelf } from './calendar/calendar-shelf.js';
import type { PackShelf } from './pack-shelf.js';

/** What the command transaction works with. */
export interface Workshop {
  source: DataSource;
  shelf: PackShelf;
  calendars: CalendarShelf;
  clock: Clock;
  ids: IdSource;
  publicUrl: string;
  demo: boolean;
  press: Pick<PdfPress, 'unprintable'>;
  /** Key of the hashes of identity numbers (INTEREST_KEY). */
  identityKey: string;
}
