import { EntityManager } from 'typeorm';
import { newId } from '../kernel/id';
import { SiteRule } from '../memberships/intake/eligibility.rules';
import { writeDocument } from '../memberships/plans/document.store';
import { PlanLimits } from '../memberships/plans/plan.rules';
import { NewPlanVersion, writeVersion } from '../memberships/plans/plan.store';
import { demoDocuments } from './demo-documents';

/** A plan of the demonstration. Prices are invented. */
interface DemoPlan extends NewPlanVersion {
  code: string;
  places: number | null;
}

/** Common to all plans: a week ahead for desks, three for rooms, two rooms ahead at a time, four hours at most. */
const limits: PlanLimits = {
  deskHorizonDays: 7,
  roomHorizonDays: 21,
  roomFutureBookings: 2,
  roomLongestMinutes: 240,
  guests: 6,
};
const hours = 60;

/** What each site of the demonstration offers. */
export const demoPlans: readonly DemoPlan[] = [
  {
    code: 'idea-pass',
    places: 10,
    texts: {
      en: {
        name: 'Idea Pass',
        summary: 'For an idea without a company yet: a desk on some days and somebody to talk to.',
      },
      fi: {
        name: 'Ideapassi',
        summary: 'Idealle, jolla ei vielä ole yritystä: työpöytä muutamana päivänä ja joku, jonka kanssa puhua.',
      },
      sv: { name: 'Idépass', summary: 'För en idé utan företag: ett skrivbord några dagar och någon att prata med.' },
      ru: {
        name: 'Пропуск для идеи',
        summary: 'Для идеи, у которой ещё нет компании: стол на несколько дней и собеседник.',
      },
    },
    termMonths: 3,
    maxRenewals: 1,
    totalMonths: 6,
    priceCents: 0,
    normalPriceCents: 9000,
    allowances: [
      { kind: 'desk_days', amount: 8 },
      { kind: 'room_minutes', amount: 4 * hours },
      { kind: 'coaching_minutes', amount: 2 * hours },
    ],
    limits,
    pause: { most: 1, days: 14 },
    noticeDays: 14,
    access: 'opening_hours',
    halfDays: true,
  },
  {
    code: 'launch',
    places: 40,
    texts: {
      en: {
        name: 'Launch',
        summary: 'From the first customers to the business plan: any free desk, evenings too, and a coach of your own.',
      },
      fi: {
        name: 'Lähtö',
        summary:
          'Ensimmäisistä asiakkaista liiketoimintasuunnitelmaan: mikä tahansa vapaa pöytä, myös iltaisin, ja oma valmentaja.',
      },
      sv: {
        name: 'Start',
        summary:
          'Från de första kunderna till affärsplanen: vilket ledigt bord som helst, även kvällar, och en egen coach.',
      },
      ru: {
        name: 'Запуск',
        summary: 'От первых клиентов до бизнес-плана: любой свободный стол, также вечером, и свой наставник.',
      },
    },
    termMonths: 6,
    maxRenewals: 1,
    totalMonths: 12,
    priceCents: 3000,
    normalPriceCents: 16000,
    allowances: [
      { kind: 'desk_days', amount: null },
      { kind: 'room_minutes', amount: 10 * hours },
      { kind: 'coaching_minutes', amount: 6 * hours },
    ],
    limits,
    pause: { most: 1, days: 30 },
    access: 'evenings',
    eveningCloses: '22:00',
  },
  {
    code: 'founder',
    places: 6,
    texts: {
      en: {
        name: 'Founder',
        summary: 'For a company in its first year: a desk on three days a week, and the door opens at any hour.',
      },
      fi: {
        name: 'Perustaja',
        summary: 'Yritykselle ensimmäisenä vuonna: pöytä kolmena päivänä viikossa, ja ovi aukeaa kellon ympäri.',
      },
      sv: {
        name: 'Grundare',
        summary: 'För ett företag under första året: ett bord tre dagar i veckan, och dörren öppnas dygnet runt.',
      },
      ru: {
        name: 'Основатель',
        summary: 'Для компании первого года: стол три дня в неделю, дверь открывается в любое время.',
      },
    },
    termMonths: 6,
    maxRenewals: 1,
    totalMonths: 18,
    priceCents: 8000,
    normalPriceCents: 24000,
    allowances: [
      { kind: 'desk_days', amount: 13 },
      { kind: 'room_minutes', amount: 16 * hours },
      { kind: 'coaching_minutes', amount: 4 * hours },
    ],
    limits,
    pause: { most: 1, days: 30 },
    access: 'all_day',
  },
  {
    code: 'visitor',
    places: null,
    texts: {
      en: { name: 'Visitor', summary: 'For members of the other houses: some days a month, without an application.' },
      fi: { name: 'Vieras', summary: 'Muiden talojen jäsenille: muutama päivä kuukaudessa ilman hakemusta.' },
      sv: { name: 'Gäst', summary: 'För medlemmar i de andra husen: några dagar i månaden utan ansökan.' },
      ru: { name: 'Гость', summary: 'Для членов других домов: несколько дней в месяц без заявки.' },
    },
    termMonths: 6,
    maxRenewals: 0,
    totalMonths: 6,
    priceCents: 0,
    normalPriceCents: 0,
    allowances: [
      { kind: 'desk_days', amount: 4 },
      { kind: 'room_minutes', amount: 2 * hours },
    ],
    limits,
    access: 'opening_hours',
    needs: 'home_membership',
  },
  {
    code: 'team-seat',
    places: null,
    texts: {
      en: {
        name: 'Team seat',
        summary: 'For the others of a team on Launch or Founder: days of their own, rooms and coaching shared.',
      },
      fi: { name: 'Tiimipaikka', summary: 'Muille tiimin jäsenille: omat päivät, yhteiset huoneet ja valmennus.' },
      sv: { name: 'Teamplats', summary: 'För de andra i teamet: egna dagar, gemensamma rum och coachning.' },
      ru: { name: 'Место в команде', summary: 'Для остальных в команде: свои дни, общие комнаты и наставник.' },
    },
    termMonths: 6,
    maxRenewals: 2,
    totalMonths: 18,
    priceCents: 1500,
    normalPriceCents: 12000,
    allowances: [
      { kind: 'desk_days', amount: 8 },
      { kind: 'room_minutes', amount: 0, shared: true },
      { kind: 'coaching_minutes', amount: 0, shared: true },
    ],
    limits,
    pause: { most: 1, days: 30 },
    access: 'opening_hours',
    needs: 'lead_membership',
  },
];

/** What each site of the demonstration asks of applicants. */
export const demoEligibility: readonly SiteRule[] = [
  { code: 'age', check: 'minimum_age', parameters: { years: 18 }, active: true },
  { code: 'no-office', check: 'no_own_office', parameters: {}, active: true },
  { code: 'company', check: 'company_younger_than', parameters: { months: 12 }, active: true },
  {
    code: 'region',
    check: 'region',
    parameters: { municipalities: ['Lappeenranta', 'Imatra', 'Kouvola', 'Mikkeli', 'Taipalsaari', 'Luumäki', 'Kotka'] },
    active: true,
  },
  { code: 'place', check: 'place_available', parameters: {}, active: true },
  { code: 'exclusion', check: 'not_excluded', parameters: { months: 12 }, active: true },
];

/** Lays down what a site offers, what its members agree to, and what it asks of applicants. */
export async function loadPlans(tx: EntityManager, siteId: string, at: Date): Promise<void> {
  for (const { code, places, ...version } of demoPlans) {
    const id = newId();
    await tx.query('insert into plan (id, site_id, code, places, created_at) values ($1, $2, $3, $4, $5)', [
      id,
      siteId,
      code,
      places,
      at,
    ]);
    await writeVersion(tx, id, version, { at, by: null });
  }
  for (const document of demoDocuments) {
    await writeDocument(tx, siteId, document, { at, by: null });
  }
  await tx.query(
    `insert into eligibility_rule (id, site_id, code, check_name, parameters, active)
     select id, $2, code, "check", parameters, active
     from jsonb_to_recordset($1) as r (id uuid, code text, "check" text, parameters jsonb, active boolean)`,
    [JSON.stringify(demoEligibility.map((rule) => ({ id: newId(), ...rule }))), siteId],
  );
}
