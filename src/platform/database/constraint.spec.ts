import { QueryFailedError } from 'typeorm';
import { isBusy, isWorthRepeating, sqlState, violatedConstraint } from './constraint';

/** An error of the driver, as TypeORM hands it on. */
const failed = (given: object) => new QueryFailedError('select 1', [], Object.assign(new Error('failed'), given));

describe('an error of the database', () => {
  it.each(['23P01', '40001', '57P01', 'P0001', 'XX000'])('has the SQLSTATE %s', (code) => {
    expect(sqlState(failed({ code }))).toBe(code);
  });

  it.each(['EPIPE', 'ECONNRESET', ''])('has none when the link broke: %s', (code) => {
    expect(sqlState(failed({ code }))).toBeUndefined();
  });

  it.each(['EPIPE', 'ECONNRESET', 'ETIMEDOUT', '57P01', '53100', '55P03', '08006'])('%s: the house is busy', (code) => {
    expect(isBusy(failed({ code, message: `write ${code}` }))).toBe(true);
  });

  it.each(['23P01', '22P02', '42703'])('%s: the house is not busy', (code) => {
    expect(isBusy(failed({ code }))).toBe(false);
  });

  it.each([
    ['40P01', true],
    ['40001', true],
    ['23P01', false],
    ['57014', false],
  ])('%s: is worth repeating: %s', (code, worth) => {
    expect(isWorthRepeating(failed({ code }))).toBe(worth);
  });

  it('names the constraint that refused, and none for what is no refusal', () => {
    expect(violatedConstraint(failed({ code: '23P01', constraint: 'no_double_booking' }))).toBe('no_double_booking');
    expect(violatedConstraint(failed({ code: '22P02', constraint: 'no_double_booking' }))).toBeUndefined();
  });
});
