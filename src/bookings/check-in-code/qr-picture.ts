import qrcode from 'qrcode-generator';

/** White modules around the picture, which scanners need (ISO/IEC 18004). */
const quiet = 4;

/** An address as a QR code in SVG: one path, no size of its own. A quarter of it may be scratched off the desk. */
export function qrPicture(address: string): string {
  const code = qrcode(0, 'Q');
  code.addData(address);
  code.make();
  const size = code.getModuleCount();
  const lines = Array.from({ length: size }, (_, row) => {
    let path = '';
    for (let column = 0; column < size; column++) {
      if (code.isDark(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`;
    }
    return path;
  });
  const side = size + 2 * quiet;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" role="img"><rect width="${side}" height="${side}" fill="#fff"/><path d="${lines.join('')}"/></svg>`;
}
