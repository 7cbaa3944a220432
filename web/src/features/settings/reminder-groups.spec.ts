import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asWish, concerns, distances, groupOf, withChannel, withKind } from './reminder-groups';
import type { KindPreference, Preferences } from './reminder-groups';

const kind = (name: string, rest: Partial<KindPreference> = {}) =>
  ({
    kind: name,
    channels: ['mail', 'app', 'push'],
    possibleChannels: ['mail', 'app', 'push'],
    canBeSwitchedOff: true,
    minutesBefore: null,
    distance: null,
    ...rest,
  }) as KindPreference;

const preferences: Preferences = {
  kinds: [
    kind('booking_soon', { minutesBefore: 30, distance: { usual: 30, least: 5, most: 240 } }),
    kind('verify_email', { canBeSwitchedOff: false, channels: ['mail'], possibleChannels: ['mail'] }),
    kind('booking_ending', { possibleChannels: ['app', 'push'], channels: ['app', 'push'] }),
  ],
  quietHours: null,
  version: 1,
};

it('finds a group for every kind of message that the API knows', () => {
  const api = JSON.parse(readFileSync(join(__dirname, '../../../openapi.json'), 'utf8')) as {
    components: { schemas: { MessageKind: { enum: string[] } } };
  };
  const strangers = api.components.schemas.MessageKind.enum.filter((name) => groupOf(name) === 'account');
  const known = ['verify_email', 'reset_password', 'already_registered', 'account_changed', 'erasure_answered'];
  expect(strangers.filter((name) => !name.startsWith('guest_'))).toEqual(known);
});

it('switches a channel for the kinds that know it and may be chosen about', () => {
  const off = withChannel(preferences, ['booking_soon', 'verify_email', 'booking_ending'], 'mail', false);
  expect(off.kinds.map(({ channels }) => channels)).toEqual([['app', 'push'], ['mail'], ['app', 'push']]);
  const on = withChannel(off, ['booking_soon', 'booking_ending'], 'mail', true);
  expect(on.kinds.map(({ channels }) => channels)).toEqual([['mail', 'app', 'push'], ['mail'], ['app', 'push']]);
});

it('sends what can be chosen, with a distance only where there is one', () => {
  expect(asWish(withKind(preferences, { kind: 'booking_soon', minutesBefore: 60 }))).toEqual({
    kinds: [
      { kind: 'booking_soon', channels: ['mail', 'app', 'push'], minutesBefore: 60 },
      { kind: 'booking_ending', channels: ['app', 'push'] },
    ],
    quietHours: null,
  });
});

it('offers distances within bounds, and the one in force', () => {
  expect(distances({ least: 5, most: 30 }, 25)).toEqual([5, 10, 15, 20, 25, 30]);
});

it('leaves out what could never reach somebody', () => {
  const founder = { roles: [{ role: 'entrepreneur', siteId: 's' }] } as never;
  expect(['booking_soon', 'daily_sheet', 'coach_asked', 'coach_found'].map((name) => concerns(name, founder))).toEqual([
    true,
    false,
    false,
    true,
  ]);
});
