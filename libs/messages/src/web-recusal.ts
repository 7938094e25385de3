import { recusal as recusalEn } from './en/recusal.js';
import { addWords } from './web.js';
import { recusal } from './zh-CN/recusal.js';

addWords({ zh: recusal, en: recusalEn });
