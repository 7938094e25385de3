import * as calendar from '../../../libs/cases/src/calendar/rows.js';
import * as procedures from '../../../libs/cases/src/rows-procedures.js';
import * as appointments from '../../../libs/cases/src/appointments/rows.js';
import * as trips from '../../../libs/cases/src/trips/rows.js';
import * as supervision from '../../../libs/cases/src/supervision/rows.js';
import * as deliberation from '../../../libs/cases/src/deliberation/rows.js';
import * as recusal from '../../../libs/cases/src/recusal/rows.js';
import * as coSignature from '../../../libs/cases/src/co-signature/rows.js';
import * as cases from '../../../libs/cases/src/rows.js';
import * as demands from '../../../libs/cases/src/demand-rows.js';
import * as documents from '../../../libs/documents/src/rows.js';
import * as inspections from '../../../libs/inspections/src/rows.js';
import * as jobs from '../../../libs/jobs/src/rows.js';
import * as interests from '../../../libs/people/src/interest-rows.js';
import * as people from '../../../libs/people/src/rows.js';
import * as platform from '../../../libs/platform/src/rows.js';
import * as publicity from '../../../libs/publicity/src/rows.js';
import * as lineage from '../../../libs/register/src/lineage-rows.js';
import * as register from '../../../libs/register/src/rows.js';

/** All tables as the code sees them; a test holds them against the migrations. */
export const ENTITIES = [
  platform,
  people,
  interests,
  register,
  lineage,
  documents,
  calendar,
  cases,
  procedures,
  demands,
  trips,
  appointments,
  supervision,
  deliberation,
  recusal,
  coSignature,
  trips,
  appointments,
  inspections,
  publicity,
  jobs,
].flatMap((rows) => Object.values(rows));
