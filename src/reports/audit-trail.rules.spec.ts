import { toldFacts } from './audit-trail.rules';

describe('the facts of a deed', () => {
  it('are told when they are dates, times, amounts or roles', () => {
    expect(toldFacts('booking.change', { from: { start: 'a', resourceId: 'x' }, to: { start: 'b' } })).toEqual([
      { name: 'from.start', value: 'a' },
      { name: 'to.start', value: 'b' },
    ]);
    expect(toldFacts('role.grant', { role: 'coach', siteId: 'x' })).toEqual([{ name: 'role', value: 'coach' }]);
  });

  it('are not told when nobody thought of them', () => {
    expect(toldFacts('person.edit', { email: 'a@b.example', from: { phone: '1' }, note: 'secret' })).toEqual([]);
    expect(toldFacts('booking.change', { from: { to: { start: 'a' } }, start: { deep: 1 }, end: null })).toEqual([]);
  });

  it('tell why something was decided, and never a word of coaching', () => {
    expect(toldFacts('application.reject', { reason: 'no idea' })).toEqual([{ name: 'reason', value: 'no idea' }]);
    expect(toldFacts('coaching_session.cancel', { reason: 'ill' })).toEqual([]);
    expect(toldFacts('coaching_session.cancel', { because: 'team_left' })).toEqual([
      { name: 'because', value: 'team_left' },
    ]);
    expect(toldFacts('coaching_session.cancel', { because: 'something said' })).toEqual([]);
    expect(toldFacts('session_note.open', { reason: 'a threat' })).toEqual([]);
    expect(toldFacts('assignment.decline', { reason: 'too much' })).toEqual([]);
  });
});
