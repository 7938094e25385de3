import { outbox as outboxEn } from './en/outbox.js';
import { addWords } from './web.js';
import { outbox } from './zh-CN/outbox.js';

addWords({ zh: outbox, en: outboxEn });
