import { decisionRoom as decisionRoomEn } from './en/decision-room.js';
import { addWords } from './web.js';
import { decisionRoom } from './zh-CN/decision-room.js';

addWords({ zh: decisionRoom, en: decisionRoomEn });
