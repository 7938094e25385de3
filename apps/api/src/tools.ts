import type { DataSource } from 'typeorm';
import type { Workshop } from '../../../libs/cases/src/index.js';
import type { FileStore, PdfPress } from '../../../libs/documents/src/index.js';
import type { Sql, SystemClock } from '../../../libs/platform/src/index.js';
import type { Certificates } from './certificates.js';
import type { BuiltWeb } from './pages/built-web.js';
import type { Pulse } from './pulse.js';
import type { Settings } from '../../../libs/platform/src/settings/index.js';

/** Everything the controllers work with, made once at the start. */
export class Tools {
  constructor(
    readonly settings: Settings,
    readonly source: DataSource,
    readonly sql: Sql,
    readonly workshop: Workshop,
    readonly files: FileStore,
    readonly press: PdfPress,
    readonly clock: SystemClock,
    readonly certificates: Certificates,
    readonly web: BuiltWeb,
    readonly pulse: Pulse,
  ) {}
}
