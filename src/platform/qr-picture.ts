import qrcode from 'qrcode-generator';

/** White modules around the picture, which scanners need (ISO/IEC 18004). */
const quiet = 4;

/**
 * An address as a QR code in SVG: one path, no size of its own.
 * @param correction how much of it may be missing: a quarter (Q), for what is scratched off a desk, or a seventh (M)
 */
export function qrPicture(address: string, correction: 'Q' | 'M' = 'Q'): string {
  const code = qrcode(0, correction);
  code.addData(address);
  code.make();
  const size = code.getModuleCount();
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (code.isDark(row, column) ? '1' : '0')).join(''),
  );
  // Neighbours in a row are drawn in one stroke.
  const strokes = rows.flatMap((dark, row) =>
    [...dark.matchAll(/1+/g)].map(
      ({ index, 0: run }) => `M${index + quiet} ${row + quiet}h${run.length}v1h-${run.length}z`,
    ),
  );
  const side = size + 2 * quiet;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" role="img"><rect width="${side}" height="${side}" fill="#fff"/><path d="${strokes.join('')}"/></svg>`;
}
