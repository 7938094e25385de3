import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { PageWish } from './harness.js';

/** A folder for a picture of each page in three modes and two widths, for people to look at; nothing is judged then. */
export const PICTURES = process.env['PICTURES'];

/** Numbers of samples, if only some of the pictures are to be taken again. */
export const ONLY = process.env['ONLY'] ? new Set(process.env['ONLY'].split(',').map(Number)) : undefined;

const MODES = [
  { scale: '18', contrast: 'normal' },
  { scale: '24', contrast: 'normal' },
  { scale: '18', contrast: 'high' },
] as const;

/** Three modes at two widths, and the other language once. */
export const PICTURED: readonly PageWish[] = [
  ...[360, 1440].flatMap((width) => MODES.map((mode) => ({ ...mode, width, lang: 'zh' as const }))),
  { scale: '18', contrast: 'normal', width: 360, lang: 'en' },
];

export async function photograph(
  page: Page,
  called: string,
  { scale, contrast, width, lang }: PageWish,
): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  const look = [scale, contrast, width, ...(lang === 'en' ? ['en'] : [])].join('-');
  await page.screenshot({ path: join(PICTURES, `${called}-${look}.png`), fullPage: true });
}
