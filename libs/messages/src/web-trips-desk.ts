import './web-trips.js';
import { tripsDesk as tripsDeskEn } from './en/trips-desk.js';
import { addWords } from './web.js';
import { tripsDesk } from './zh-CN/trips-desk.js';

addWords({ zh: tripsDesk, en: tripsDeskEn });
