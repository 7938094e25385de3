import { desk as deskEn } from './en/desk.js';
import { addWords } from './web.js';
import { desk } from './zh-CN/desk.js';

addWords({ zh: desk, en: deskEn });
