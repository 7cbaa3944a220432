import { kinds } from '../kinds';
import { Claim } from '../ledger';
import { Draft } from '../templates/letter';
import { noticeOf } from './notice';

describe('a notification', () => {
  const kind = kinds[0]!;
  const claim = { id: 'm', personId: 'p', usefulUntil: new Date(0) } as Claim;
  const draft: Draft = {
    subject: 'Moved: Wed 3 Mar, meeting with Carl Coach',
    heading: 'Your meeting has moved',
    body: ['It has another time or place now.'],
    details: [
      ['With', 'Carl Coach'],
      ['Link', 'https://meet.example/secret'],
      ['Time', '09:00–10:00 (Europe/Helsinki)'],
    ],
    action: 'Open the meeting',
    after: [],
    link: 'https://oasis.example/coaching',
  };

  it('says what happened and when it is now, and gives no address of a meeting away', () => {
    expect(noticeOf(claim, kind, draft)).toMatchObject({
      title: draft.subject,
      text: 'It has another time or place now. Carl Coach · 09:00–10:00 (Europe/Helsinki)',
      link: draft.link,
    });
  });

  it('says when it is also where there is nothing else to say', () => {
    expect(noticeOf(claim, kind, { ...draft, body: [] }).text).toBe('Carl Coach · 09:00–10:00 (Europe/Helsinki)');
  });
});
