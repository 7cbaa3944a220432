import { together } from './use-draft';

describe('changes that wait for a connection', () => {
  it('become one, the later answer over the earlier one', () => {
    const earlier = { planId: 'a', answers: { idea: 'Birch sap', problem: 'Thirst' } };
    expect(together(earlier, { answers: { idea: 'Birch syrup' } })).toEqual({
      planId: 'a',
      answers: { idea: 'Birch syrup', problem: 'Thirst' },
    });
  });

  it('mention no answers when there are none', () => {
    expect(together({ planId: 'a' }, { startsOn: '2027-01-04' })).toEqual({ planId: 'a', startsOn: '2027-01-04' });
  });
});
