import fc from 'fast-check';
import { csv } from './csv';

/** A second reading of RFC 4180, character by character and without the writer's help. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at++;
      } else isQuoted = false;
    } else if (char === '"' && cell === '') isQuoted = true;
    else if (char === ',') {
      row.push(cell);
      cell = '';
    } else if (char === '\r' && text.charAt(at + 1) === '\n') {
      row.push(cell);
      rows.push(row);
      [row, cell] = [[], ''];
      at++;
    } else if (char === '"' || char === '\r' || char === '\n')
      throw new Error(`a bare ${JSON.stringify(char)} at ${at}`);
    else cell += char;
  }
  if (isQuoted || row.length > 0 || cell !== '') throw new Error('the last line does not end');
  return rows;
}

describe('CSV', () => {
  it('is read by another as it was written, whatever the texts', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a,b', 'say "hi"', 'two\r\nlines', '', 'é,"\n'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 })), (rows) => {
        const written = parsed(csv(['one', 'two'], rows));
        expect(
          written.slice(1).map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n|％＝＋－＠])/u, ''))),
        ).toEqual(rows);
      }),
      { seed: 4 },
    );
  });

  it.each(['=1+1', '+358', '-2', '@sum', '\t=1', '\r=1', '=HYPERLINK("http://x","y")', '＝1'])(
    'never hands %j to a program as a formula',
    (text) => {
      const [[cell] = []] = parsed(csv(['head'], [[text]])).slice(1);
      expect(cell).toBe(`'${text}`);
    },
  );

  it('leaves numbers as they are, and writes nothing for nothing', () => {
    expect(csv(['a', 'b', 'c'], [[-1.5, null, true]])).toBe('a,b,c\r\n-1.5,,true\r\n');
  });
});
