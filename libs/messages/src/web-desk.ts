import { departments as departmentsEn } from './en/departments.js';
import { desk as deskEn } from './en/desk.js';
import { likenessDesk as likenessDeskEn } from './en/likeness-desk.js';
import { onDay as onDayEn } from './en/on-day.js';
import { proceduresDesk as proceduresDeskEn } from './en/procedures-desk.js';
import { filingsDesk as filingsDeskEn } from './en/filings-desk.js';
import { closureDesk as closureDeskEn } from './en/closure-desk.js';
import { licensedDesk as licensedDeskEn } from './en/licensed-desk.js';
import { addWords } from './web.js';
import { departments } from './zh-CN/departments.js';
import { desk } from './zh-CN/desk.js';
import { filingsDesk } from './zh-CN/filings-desk.js';
import { closureDesk } from './zh-CN/closure-desk.js';
import { licensedDesk } from './zh-CN/licensed-desk.js';
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
    ...proceduresDeskEn,
    ...onDayEn,
    ...likenessDeskEn,
  },
});
