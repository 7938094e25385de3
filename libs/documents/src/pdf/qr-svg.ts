import QRCode from 'qrcode';

/** Half of the quiet zone that ISO/IEC 18004 asks for, in modules; the white space of the templates is the other half. */
const QUIET = 2;

/** A QR code as one SVG path without a ground, so that it stays sharp at any size and sits on the tinted paper. */
export function qrSvg(text: string): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  const side = modules.size + 2 * QUIET;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="${path}"/></svg>`;
}
