import type { Locale, Plan } from '../../shared/api/views';
import type { VersionWish } from './reads';

/** What is typed into the form of a version; money in euros, coaching and rooms in hours, null is as much as one likes. */
export interface Typed {
  code: string;
  texts: Record<Locale, { name: string; summary: string }>;
  price: number;
  normalPrice: number;
  deskDays: number | null;
  roomHours: number | null;
  coachingHours: number | null;
  termMonths: number;
  maxRenewals: number;
  totalMonths: number;
  noticeDays: number;
  offerDays: number;
  pauses: number;
  pauseDays: number;
  access: Plan['access'];
  eveningCloses: string;
  halfDays: boolean;
  /** Limits of booking; null is the rule of the site. */
  limits: Plan['limits'];
}

const locales: Locale[] = ['en', 'fi', 'sv', 'ru'];

/** The form of a plan that begins with nothing. */
const empty: Typed = {
  code: '',
  texts: { en: text(), fi: text(), sv: text(), ru: text() },
  price: 0,
  normalPrice: 0,
  deskDays: 10,
  roomHours: 10,
  coachingHours: 4,
  termMonths: 6,
  maxRenewals: 1,
  totalMonths: 12,
  noticeDays: 30,
  offerDays: 14,
  pauses: 1,
  pauseDays: 30,
  access: 'opening_hours',
  eveningCloses: '22:00',
  halfDays: false,
  limits: {
    deskHorizonDays: null,
    roomHorizonDays: null,
    roomFutureBookings: null,
    roomLongestMinutes: null,
    guests: null,
  },
};

function text() {
  return { name: '', summary: '' };
}

/** The form as it begins: with what the plan is now. */
export function typedOf(plan: Plan | undefined): Typed {
  if (!plan) return empty;
  const amount = (kind: string, unit: number) => {
    const one = plan.allowances.find((allowance) => allowance.kind === kind);
    return one ? (one.amount === null ? null : one.amount / unit) : 0;
  };
  return {
    code: plan.code,
    texts: plan.texts,
    price: plan.priceCents / 100,
    normalPrice: plan.normalPriceCents / 100,
    deskDays: amount('desk_days', 1),
    roomHours: amount('room_minutes', 60),
    coachingHours: amount('coaching_minutes', 60),
    termMonths: plan.termMonths,
    maxRenewals: plan.maxRenewals,
    totalMonths: plan.totalMonths,
    noticeDays: plan.noticeDays,
    offerDays: plan.offerDays,
    pauses: plan.pause.most,
    pauseDays: plan.pause.days,
    access: plan.access,
    eveningCloses: plan.eveningCloses ?? '22:00',
    halfDays: plan.halfDays,
    limits: plan.limits,
  };
}

/** What is still missing before a version can be published; empty when nothing. */
export function missingIn(typed: Typed, isNew: boolean): ('code' | Locale)[] {
  return [
    ...(isNew && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed.code) ? (['code'] as const) : []),
    ...locales.filter((locale) => !typed.texts[locale].name.trim() || !typed.texts[locale].summary.trim()),
  ];
}

/** The version as the house understands it; what the form does not ask stays as it was. */
export function wishOf(typed: Typed, plan: Plan | undefined, siteId: string): VersionWish {
  const allowance = (kind: 'desk_days' | 'room_minutes' | 'coaching_minutes', amount: number | null, unit: number) => {
    const before = plan?.allowances.find((one) => one.kind === kind);
    const isShared = before?.shared === true;
    if (amount === 0 && !isShared) return [];
    return [{ kind, amount: amount === null ? null : amount * unit, ...(isShared && { shared: true }) }];
  };
  return {
    siteId,
    code: typed.code,
    texts: typed.texts,
    termMonths: typed.termMonths,
    maxRenewals: typed.maxRenewals,
    totalMonths: typed.totalMonths,
    priceCents: Math.round(typed.price * 100),
    normalPriceCents: Math.round(typed.normalPrice * 100),
    allowances: [
      ...allowance('desk_days', typed.deskDays, 1),
      ...allowance('room_minutes', typed.roomHours, 60),
      ...allowance('coaching_minutes', typed.coachingHours, 60),
    ],
    limits: typed.limits,
    ...(plan && { needs: plan.needs }),
    pause: {
      most: typed.pauses,
      days: typed.pauseDays,
      ...(plan && { edgeDays: plan.pause.edgeDays, extendsTerm: plan.pause.extendsTerm }),
    },
    offerDays: typed.offerDays,
    noticeDays: typed.noticeDays,
    access: typed.access,
    ...(typed.access === 'evenings' && { eveningCloses: typed.eveningCloses }),
    halfDays: typed.halfDays,
  };
}
