import QRCode from 'qrcode';

/** White around the code, in modules (ISO/IEC 18004). */
const QUIET = 4;

/** One path, a run of dark modules at a time. */
export function modulesOf(text: string): { path: string; side: number } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  let path = '';
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < size && modules.get(row, column + 1)) column++;
      const run = column - start + 1;
      path += `M${start + QUIET} ${row + QUIET}h${run}v1h-${run}z`;
    }
  }
  return { path, side: size + 2 * QUIET };
}
