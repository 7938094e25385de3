import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { cleanLine, stringsIn } from './clean-text.js';
import type { PdfContent } from './content.js';
import { loadFonts, type PrintFonts } from './fonts.js';
import { MissingGlyphError } from './missing-glyph.error.js';
import { qrSvg } from './qr-svg.js';
import { type Sheet, sheetOf } from './sheets.js';
import { LICENCE_DUPLICATE, LICENCE_ORIGINAL } from './templates/licence.js';
import { NOTICE } from './templates/notice.js';
import { SHEET } from './templates/sheet.js';

export interface PdfPressOptions {
  /** A folder with the three TTF files of Noto Serif SC; default: the npm package. */
  fontDir?: string;
}

/** Layout results that no print has used for so many prints are forgotten, or the process would grow without end. */
const FORGET_AFTER_PRINTS = 10;

const TEMPLATES: Record<PdfContent['template'], string> = {
  notice: NOTICE,
  'licence-original': LICENCE_ORIGINAL,
  'licence-duplicate': LICENCE_DUPLICATE,
  sheet: SHEET,
};

/**
 * Prints notices and licences as PDF/A-2b. Synchronous (a few milliseconds), and byte-identical for the same content
 * and time, so that a hash or signature can be checked by printing again. Content reaches the template as data only
 * and is never read as Typst. Keep one press per process: it holds the fonts.
 */
export class PdfPress {
  private loaded?: { fonts: PrintFonts; compiler: NodeCompiler };

  constructor(private readonly options: PdfPressOptions = {}) {}

  print(content: PdfContent, madeAt: Date): Buffer {
    const { fonts, compiler } = this.load();
    const sheet = sheetOf(content);
    assertGlyphs(sheet, fonts.coverage);
    const data = JSON.stringify({ ...sheet, qr: qrSvg(cleanLine(content.qr)) });
    // Compiled and exported in one call: a compiled document handed to JavaScript keeps its memory until a collection.
    const pdf = compiler.pdf(
      { mainFileContent: TEMPLATES[content.template], inputs: { data } },
      { pdfStandard: 'a-2b', creationTimestamp: Math.floor(madeAt.getTime() / 1000) },
    );
    compiler.evictCache(FORGET_AFTER_PRINTS);
    return pdf;
  }

  /** The characters of a text that no font of the press has, each once. */
  unprintable(text: string): string[] {
    const { coverage } = this.load().fonts;
    return [...new Set(cleanLine(text))].filter((character) => !coverage.has(character.codePointAt(0) ?? 0));
  }

  /** On first use: a process that never prints pays neither the time nor the memory. */
  private load(): { fonts: PrintFonts; compiler: NodeCompiler } {
    if (!this.loaded) {
      const fonts = loadFonts(this.options.fontDir);
      // Named fonts win over a system font of the same name (tried), so the paper looks the same on every machine.
      const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: fonts.files }] });
      this.loaded = { fonts, compiler };
    }
    return this.loaded;
  }
}

function assertGlyphs(sheet: Sheet, coverage: Set<number>): void {
  const missing = new Set<string>();
  for (const text of stringsIn(sheet)) {
    for (const character of text) if (!coverage.has(character.codePointAt(0)!)) missing.add(character);
  }
  if (missing.size > 0) throw new MissingGlyphError([...missing]);
}
