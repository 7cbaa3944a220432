import { passwordRefusals } from './password.rules';

const person = { email: 'aino.virtanen@oasis.example', fullName: 'Aino Virtanen' };

describe('weak_password', () => {
  it.each([
    ['salasana123', 'common'],
    ['PassWord123', 'common'],
    ['Trustno1 ', 'common'],
    ['Corvette', 'common'],
    ['87654321vv', 'common'],
    ['BusinessOasis', 'common'],
    ['lappeenranta1', 'common'],
    ['aino.virtanen', 'own_name_or_address'],
    ['Aino Virtanen', 'own_name_or_address'],
    ['AINO.VIRTANEN@oasis.example', 'own_name_or_address'],
    ['aaaaaaaaaaaa', 'repetition'],
    ['abcabcabc', 'repetition'],
  ])('refuses %s: %s', (password, reason) => {
    expect(passwordRefusals({ ...person, password })).toEqual([
      expect.objectContaining({ code: 'weak_password', facts: { reason } }),
    ]);
  });

  it.each(['oasis-demo-2026', 'correct horse battery', 'Saimaa3norppaa', 'ключ от дома'])('accepts %s', (password) => {
    expect(passwordRefusals({ ...person, password })).toEqual([]);
  });

  it('judges the longest password at once', () => {
    // A pattern that goes back and forth would not come to an end in the time of a test.
    expect(passwordRefusals({ ...person, password: `${'ab'.repeat(63)}!?` }).length).toBeLessThan(2);
  });
});
