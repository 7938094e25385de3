import { departments as departmentsEn } from './en/departments.js';
import { desk as deskEn } from './en/desk.js';
import { likenessDesk as likenessDeskEn } from './en/likeness-desk.js';
import { onDay as onDayEn } from './en/on-day.js';
import { proceduresDesk as proceduresDeskEn } from './en/procedures-desk.js';
import { filingsDesk as filingsDeskEn } from './en/filings-desk.js';
import { endsDesk as endsDeskEn } from './en/ends-desk.js';
import { closureDesk as closureDeskEn } from './en/closure-desk.js';
import { licensedDesk as licensedDeskEn } from './en/licensed-desk.js';
import { centresDesk as centresDeskEn } from './en/centres-desk.js';
import { tutoringDesk as tutoringDeskEn } from './en/tutoring-desk.js';
import { successionDesk as successionDeskEn } from './en/succession-desk.js';
import { addWords } from './web.js';
import { departments } from './zh-CN/departments.js';
import { desk } from './zh-CN/desk.js';
import { filingsDesk } from './zh-CN/filings-desk.js';
import { endsDesk } from './zh-CN/ends-desk.js';
import { closureDesk } from './zh-CN/closure-desk.js';
import { licensedDesk } from './zh-CN/licensed-desk.js';
import { centresDesk } from './zh-CN/centres-desk.js';
import { tutoringDesk } from './zh-CN/tutoring-desk.js';
import { successionDesk } from './zh-CN/succession-desk.js';
import { likenessDesk } from './zh-CN/likeness-desk.js';
import { onDay } from './zh-CN/on-day.js';
import { proceduresDesk } from './zh-CN/procedures-desk.js';

addWords({
  zh: {
    ...departments,
    ...desk,
    ...licensedDesk,
    ...filingsDesk,
    ...closureDesk,
    ...tutoringDesk,
    ...endsDesk,
    ...centresDesk,
    ...successionDesk,
    ...proceduresDesk,
    ...onDay,
    ...likenessDesk,
  },
  en: {
    ...departmentsEn,
    ...deskEn,
    ...licensedDeskEn,
    ...filingsDeskEn,
    ...closureDeskEn,
    ...tutoringDeskEn,
    ...endsDeskEn,
    ...centresDeskEn,
    ...successionDeskEn,
    ...proceduresDeskEn,
    ...onDayEn,
    ...likenessDeskEn,
  },
});
