import { noticeFrom, strategyFor } from './strategy';

const home = 'https://oasis.example';

describe('the worker', () => {
  it.each([
    ['GET', 'cors', `${home}/assets/index-1a2b.js`, 'kept'],
    ['GET', 'navigate', `${home}/bookings?when=past`, 'page'],
    ['GET', 'navigate', `${home}/`, 'page'],
    ['GET', 'navigate', `${home}/display`, 'page'],
    ['GET', 'navigate', `${home}/display/c2VjcmV0`, 'shell'],
    ['GET', 'cors', `${home}/api/v1/me`, 'pass'],
    ['GET', 'navigate', `${home}/api/v1/me/export`, 'pass'],
    ['GET', 'navigate', `${home}/mailbox`, 'pass'],
    ['POST', 'cors', `${home}/assets/index-1a2b.js`, 'pass'],
    ['GET', 'cors', 'https://elsewhere.example/assets/a.js', 'pass'],
    ['GET', 'no-cors', `${home}/mark.svg`, 'fresh'],
    ['GET', 'no-cors', `${home}/manifest.webmanifest`, 'pass'],
  ])('takes %s (%s) %s as %s', (method, mode, url, strategy) => {
    expect(strategyFor({ method, mode, url }, home)).toBe(strategy);
  });
});

describe('a notification', () => {
  it('is read, and leads to a page of ours', () => {
    const payload = JSON.stringify({ id: 'm1', title: 'Booked', text: 'Desk 4', link: `${home}/bookings?x=1` });
    expect(noticeFrom(payload, home)).toEqual({ id: 'm1', title: 'Booked', text: 'Desk 4', link: '/bookings?x=1' });
  });

  it.each(['https://elsewhere.example/phish', 'javascript:alert(1)', '//elsewhere.example', 7, 'http://[', undefined])(
    'that leads to %p leads home',
    (link) => expect(noticeFrom(JSON.stringify({ title: 'A', link }), home)?.link).toBe('/'),
  );

  it.each(['', 'hello', 'null', '{}', '[]', '{"title":3}'])('that says %p says nothing', (payload) => {
    expect(noticeFrom(payload, home)).toBeUndefined();
  });
});
