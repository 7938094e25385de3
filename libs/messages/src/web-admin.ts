import { admin as adminEn } from './en/admin.js';
import { addWords } from './web.js';
import { admin } from './zh-CN/admin.js';

addWords({ zh: admin, en: adminEn });
