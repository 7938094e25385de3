import { visit as visitEn } from './en/visit.js';
import { addWords } from './web.js';
import { visit } from './zh-CN/visit.js';

addWords({ zh: visit, en: visitEn });
