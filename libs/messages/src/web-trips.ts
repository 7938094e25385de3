import { trips as tripsEn } from './en/trips.js';
import { addWords } from './web.js';
import { trips } from './zh-CN/trips.js';

addWords({ zh: trips, en: tripsEn });
