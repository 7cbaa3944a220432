import type { Application } from '../../shared/api/views';
import { answersOf, changed, fieldsOf, missing, required } from './fields';

const empty = fieldsOf({ answers: {}, startsOn: null, noOwnOffice: false } as unknown as Application);

describe('the form of an application', () => {
  it('misses all that is required at first, and nothing of it once it is filled in', () => {
    expect(missing(empty)).toEqual([...required]);
    const filled = { ...empty, ...Object.fromEntries(required.map((name) => [name, 'x'])) };
    expect(missing(filled)).toEqual([]);
  });

  it('shows what was answered before', () => {
    const answers = answersOf({ ...empty, idea: ' Birch sap ', company: 'no', interviews: '12', team: 'Ada\n\nBo' });
    expect(answers).toMatchObject({
      idea: 'Birch sap',
      company: { founded: false },
      evidence: { interviews: 12 },
      team: [{ name: 'Ada' }, { name: 'Bo' }],
      sector: null,
    });
    const again = fieldsOf({ answers, startsOn: null, noOwnOffice: false } as unknown as Application);
    expect(again).toMatchObject({ idea: 'Birch sap', company: 'no', interviews: '12', team: 'Ada\nBo' });
  });

  it('sends what has changed only', () => {
    const before = answersOf(empty);
    expect(changed(before, answersOf({ ...empty, sector: 'food' }))).toEqual({ sector: 'food' });
    expect(changed(before, before)).toEqual({});
  });
});
