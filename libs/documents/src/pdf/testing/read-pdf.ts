import { PDFiumLibrary } from '@hyzyla/pdfium';
import jsqr from 'jsqr';

// jsqr is CommonJS with a `default`: Node hands out the module, jest the function itself.
const scan = ('default' in jsqr ? jsqr.default : jsqr) as typeof jsqr.default;

/** A page as seen: four bytes for each pixel. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

let library: Promise<PDFiumLibrary> | undefined;

async function withDocument<T>(
  pdf: Uint8Array,
  read: (document: Awaited<ReturnType<PDFiumLibrary['loadDocument']>>) => T | Promise<T>,
): Promise<T> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  try {
    return await read(document);
  } finally {
    document.destroy();
  }
}

/** The text of each page, as an independent reader (PDFium) finds it. */
export function readPdfPages(pdf: Uint8Array): Promise<string[]> {
  return withDocument(pdf, (document) => [...document.pages()].map((page) => page.getText().replace(/\r\n?/gu, '\n')));
}

/** The text of all pages, a form feed between them. Lines end where they end on paper: see `unbroken`. */
export async function readPdfText(pdf: Uint8Array): Promise<string> {
  return (await readPdfPages(pdf)).join('\f');
}

/** Text without white space, to look for words that may wrap over two lines. */
export function unbroken(text: string): string {
  return text.replace(/[\s\uFFFE\u200B]+/gu, '');
}

/** A page as a picture; a scale of 3 is 216 dots an inch. */
export function renderPage(pdf: Uint8Array, page = 0, scale = 3): Promise<Picture> {
  return withDocument(pdf, async (document) => {
    const { width, height, data } = await document.getPage(page).render({ scale });
    return { width, height, data: new Uint8ClampedArray(data) };
  });
}

/** What the QR codes say, read from the picture of one page or of all; one code a page. */
export async function decodeQr(pdf: Uint8Array, page?: number): Promise<string[]> {
  const pages = page === undefined ? (await readPdfPages(pdf)).map((_, index) => index) : [page];
  const found: string[] = [];
  for (const index of pages) {
    const code = await codeOn(pdf, index);
    if (code !== undefined) found.push(code);
  }
  return found;
}

/** First in a small picture, which is quick, then in a finer one. */
async function codeOn(pdf: Uint8Array, page: number): Promise<string | undefined> {
  for (const scale of [2, 3]) {
    const { data, width, height } = await renderPage(pdf, page, scale);
    const code = scan(data, width, height, { inversionAttempts: 'dontInvert' });
    if (code) return code.data;
  }
  return undefined;
}
