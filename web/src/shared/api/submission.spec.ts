import { Submission } from './submission';

describe('the key of a submission', () => {
  const numbered = () => {
    let count = 0;
    return new Submission(() => `key-${(count += 1)}`);
  };

  it('stays the same while the content does, so that a repeat is the same deed', () => {
    const submission = numbered();
    expect(submission.keyFor({ desk: 1 })).toBe('key-1');
    expect(submission.keyFor({ desk: 1 })).toBe('key-1');
  });

  it('changes with the content', () => {
    const submission = numbered();
    submission.keyFor({ desk: 1 });
    expect(submission.keyFor({ desk: 2 })).toBe('key-2');
  });

  it('is a new one for the same content once the deed is done', () => {
    const submission = numbered();
    submission.keyFor({ desk: 1 });
    submission.done();
    expect(submission.keyFor({ desk: 1 })).toBe('key-2');
  });
});
