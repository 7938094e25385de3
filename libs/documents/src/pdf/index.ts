export type { LicenceContent, NoticeContent, NoticeTable, PdfContent } from './content.js';
export { MissingGlyphError } from './missing-glyph.error.js';
export { PdfPress, type PdfPressOptions } from './pdf-press.js';
