import { createHmac } from 'node:crypto';

/** HMAC-SHA-256 in hex: equal texts meet under the same key, and without the key no number can be tried out. */
export const keyedHash = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('hex');
