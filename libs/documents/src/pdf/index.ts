export type { LicenceContent, NoticeContent, NoticeTable, PdfContent, SheetBlock, SheetContent } from './content.js';
export { MissingGlyphError } from './missing-glyph.error.js';
export { PdfPress, type PdfPressOptions } from './pdf-press.js';
