import { base32, matchingStep, otpauthAddress, stepAt, totp } from './totp';

const secret = Buffer.from('12345678901234567890');
const at = (seconds: number): Date => new Date(seconds * 1000);

describe('a code by time', () => {
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('is the one of RFC 6238, appendix B, at %d seconds', (seconds, code) => {
    expect(totp(secret, stepAt(at(seconds)), 8)).toBe(code);
    expect(totp(secret, stepAt(at(seconds)))).toBe(code.slice(2));
  });

  it.each(['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'])(
    'is the one of RFC 4226, appendix D (%s)',
    (code) => {
      const counters = Array.from({ length: 10 }, (_, counter) => totp(secret, counter));
      expect(counters).toContain(code);
    },
  );

  it('is taken in its own thirty seconds and in those beside them, not later and not earlier', () => {
    const step = stepAt(at(1_111_111_109));
    const code = totp(secret, step);
    const taken = (from: number): number | undefined => matchingStep(secret, code, at((step + from) * 30));
    expect([taken(-1), taken(0), taken(1)]).toEqual([step, step, step]);
    expect([taken(-2), taken(2)]).toEqual([undefined, undefined]);
    expect(matchingStep(secret, code, at((step + 2) * 30 - 1))).toBe(step);
  });

  it.each(['', '000000', '1', '0708180', 'abcdef'])('is nothing else (%j)', (typed) => {
    expect(matchingStep(secret, typed, at(1_111_111_109))).toBeUndefined();
  });
});

describe('a secret', () => {
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('is written as RFC 4648, section 10, has it (%j)', (text, written) => {
    expect(base32(Buffer.from(text))).toBe(written);
  });

  it('goes to the app with the name of its owner', () => {
    expect(otpauthAddress(secret, 'aino+x@oasis.example')).toBe(
      'otpauth://totp/Business%20Oasis:aino%2Bx%40oasis.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' +
        '&issuer=Business%20Oasis&algorithm=SHA1&digits=6&period=30',
    );
  });
});
