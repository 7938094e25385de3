import { supervision as supervisionEn } from './en/supervision.js';
import { addWords } from './web.js';
import { supervision } from './zh-CN/supervision.js';

addWords({ zh: supervision, en: supervisionEn });
