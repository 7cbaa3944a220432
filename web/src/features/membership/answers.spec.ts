import { pausesToTell, renewalToTell } from './answers';

const pause = (id: string, status: string) => ({
  id,
  status: status as 'refused',
  from: '2026-12-14',
  to: '2027-01-04',
  reason: null,
  answer: null,
});
const renewal = (status: string) => ({
  id: status,
  status: status as 'refused',
  progress: 'Ten customers',
  requestedAt: '2026-11-30T12:00:00Z',
  review: null,
  reason: null,
});
const ids = (pauses: { id: string }[]) => pauses.map(({ id }) => id);

describe('what is told of wishes', () => {
  it('is the refusal of a pause only while it is the last word', () => {
    expect(ids(pausesToTell([pause('1', 'refused')]))).toEqual(['1']);
    // The days of the later wish may come first.
    expect(ids(pausesToTell([pause('2', 'approved'), pause('1', 'refused')]))).toEqual(['2']);
    expect(ids(pausesToTell([pause('1', 'approved'), pause('2', 'refused')]))).toEqual(['1', '2']);
  });

  it('is the refusal of one more term only until one is granted', () => {
    expect(renewalToTell([])).toBeUndefined();
    expect(renewalToTell([renewal('refused')])?.status).toBe('refused');
    expect(renewalToTell([renewal('refused'), renewal('requested')])?.status).toBe('requested');
    expect(renewalToTell([renewal('refused'), renewal('approved')])).toBeUndefined();
  });
});
