import { desk as deskEn } from './en/desk.js';
import { proceduresDesk as proceduresDeskEn } from './en/procedures-desk.js';
import { addWords } from './web.js';
import { desk } from './zh-CN/desk.js';
import { proceduresDesk } from './zh-CN/procedures-desk.js';

addWords({ zh: { ...desk, ...proceduresDesk }, en: { ...deskEn, ...proceduresDeskEn } });
