import { ApiProperty } from '@nestjs/swagger';
import { ageBands } from '../memberships/intake/answers.rules';
import { Cell, csv } from './csv';
import { byTime, DecisionSpanView } from './decision-span.view';
import { hiddenCells, median, smallestCell } from './report.rules';
import { Scope } from './report.scope';
import { percent, reportHead, ReportView } from './report.view';

/** Somebody who was served at a site. */
export interface Participant {
  personId: string;
  siteId: string;
  ageBand: string | null;
  municipality: string | null;
}

interface Kept {
  missed: number;
  kept: number;
}

/** What has come of a site's work. */
export interface SiteOutcomes {
  decisionDays: number[];
  firstSessionDays: number[];
  bookings: Kept;
  sessions: Kept;
  stages: { from: string; to: string; ventures: number }[];
  ventures: number;
  companies: number;
  benefit: { cents: number; memberships: number };
}

/** How many distinct people are in a group. */
export class PeopleGroupView {
  @ApiProperty({ type: String, nullable: true, description: 'null when it is not known' })
  key!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'the name of a site' })
  name!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  people!: number | null;
}

/** The middle of some lengths of time. */
export class MedianView {
  @ApiProperty({ type: Number, nullable: true, description: 'how many it is the middle of' })
  cases!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'days, one decimal' })
  medianDays!: number | null;
}

/** How much of what was agreed was missed. */
export class MissedView {
  @ApiProperty({ type: Number, nullable: true, description: 'missed and kept together' })
  all!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'missed of all, percent' })
  missedPercent!: number | null;
}

/** Ventures that went from one stage to another. */
export class StageStepView {
  @ApiProperty()
  from!: string;

  @ApiProperty()
  to!: string;

  @ApiProperty({ type: Number, nullable: true })
  ventures!: number | null;
}

/** Whom the sites have served, and what has come of it. What is hidden is null. */
export class ParticipantsReportView extends ReportView {
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'distinct people with a day of membership, a booking they came to, or a session they took part in',
  })
  people!: number | null;

  @ApiProperty({ type: () => PeopleGroupView, isArray: true })
  byAgeBand!: PeopleGroupView[];

  @ApiProperty({ type: () => PeopleGroupView, isArray: true })
  byMunicipality!: PeopleGroupView[];

  @ApiProperty({
    type: () => PeopleGroupView,
    isArray: true,
    description: 'somebody served at two sites counts at both',
  })
  bySite!: PeopleGroupView[];

  @ApiProperty({ type: Number, nullable: true, description: 'distinct ventures of members' })
  ventures!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'companies of ventures here, registered on these dates' })
  companiesFounded!: number | null;

  @ApiProperty({ type: () => MedianView, description: 'from handing in to the decision, for decisions on these dates' })
  timeToDecision!: MedianView;

  @ApiProperty({ type: () => DecisionSpanView, isArray: true, description: 'the same decisions by how long they took' })
  decisionsByTime!: DecisionSpanView[];

  @ApiProperty({ type: () => MedianView, description: 'from the first day of membership to the first session' })
  timeToFirstSession!: MedianView;

  @ApiProperty({ type: () => MissedView })
  bookingNoShows!: MissedView;

  @ApiProperty({ type: () => MissedView })
  sessionNoShows!: MissedView;

  @ApiProperty({ type: () => StageStepView, isArray: true, description: 'approved on these dates' })
  stageProgress!: StageStepView[];

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'normal price minus price, in cents, for the days of the range',
  })
  benefitCents!: number | null;
}

/** The version of what is counted here. */
const definition = 1;

/** A report from its facts; small groups are hidden where the scope says so, each within its whole. */
export function participantsReportView(
  scope: Scope,
  participants: readonly Participant[],
  outcomes: readonly SiteOutcomes[],
  now: Date,
): ParticipantsReportView {
  const hides = scope.hidesSmallCells;
  const people = new Set(participants.map(({ personId }) => personId)).size;
  const hideAll = hides && isSmall(people);
  // What somebody told last counts: a person is in one group of the whole, however many sites served them.
  const once = [...new Map(participants.map((each) => [each.personId, each])).values()];
  const by = (keyOf: (each: Participant) => string | null, order: readonly string[] = []): PeopleGroupView[] =>
    grouped(once, keyOf, order, hides, hideAll).map(([key, count]) => ({ key, name: null, people: count }));
  const all = <T>(of: (site: SiteOutcomes) => readonly T[]): T[] => outcomes.flatMap(of);
  const sum = (of: (site: SiteOutcomes) => number): number => outcomes.reduce((total, site) => total + of(site), 0);
  const decisionDays = all((site) => site.decisionDays);
  const guarded = (value: number, cases: number): number | null => (hides && isSmall(cases) ? null : value);
  return {
    ...reportHead(scope, definition, now),
    people: hideAll ? null : people,
    byAgeBand: by(({ ageBand }) => ageBand, ageBands),
    byMunicipality: by(({ municipality }) => municipality?.trim() ?? null),
    bySite: grouped(participants, ({ siteId }) => siteId, [], hides, hideAll).map(([key, count]) => ({
      key,
      name: scope.sites.find(({ id }) => id === key)?.name ?? null,
      people: count,
    })),
    ventures: guarded(
      sum(({ ventures }) => ventures),
      sum(({ ventures }) => ventures),
    ),
    companiesFounded: guarded(
      sum(({ companies }) => companies),
      sum(({ companies }) => companies),
    ),
    timeToDecision: medianOf(decisionDays, hides),
    decisionsByTime: byTime(decisionDays, hides),
    timeToFirstSession: medianOf(
      all(({ firstSessionDays }) => firstSessionDays),
      hides,
    ),
    bookingNoShows: missedOf(
      outcomes.map(({ bookings }) => bookings),
      hides,
    ),
    sessionNoShows: missedOf(
      outcomes.map(({ sessions }) => sessions),
      hides,
    ),
    stageProgress: stagesOf(
      all(({ stages }) => stages),
      hides,
    ),
    benefitCents: guarded(
      sum(({ benefit }) => benefit.cents),
      sum(({ benefit }) => benefit.memberships),
    ),
  };
}

/** Distinct people by a key, those of the order first and then by size; null people are hidden. */
function grouped(
  participants: readonly Participant[],
  keyOf: (each: Participant) => string | null,
  order: readonly string[],
  hides: boolean,
  hideAll: boolean,
): [string | null, number | null][] {
  const groups = new Map<string, Set<string>>();
  for (const each of participants) {
    const key = keyOf(each) ?? '';
    groups.set(key, (groups.get(key) ?? new Set()).add(each.personId));
  }
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const sorted = [...groups].sort(
    ([a, one], [b, other]) => place(a) - place(b) || other.size - one.size || (a < b ? -1 : 1),
  );
  const cells = hides ? hiddenCells(sorted.map(([, people]) => people.size)) : [];
  return sorted.map(([key, people], index) => [
    key === '' ? null : key,
    hideAll || cells[index] === true ? null : people.size,
  ]);
}

function medianOf(days: readonly number[], hides: boolean): MedianView {
  if (hides && isSmall(days.length)) return { cases: null, medianDays: null };
  const middle = median(days);
  return { cases: days.length, medianDays: middle === null ? null : Math.round(middle * 10) / 10 };
}

function missedOf(sites: readonly Kept[], hides: boolean): MissedView {
  const missed = sites.reduce((sum, site) => sum + site.missed, 0);
  const kept = sites.reduce((sum, site) => sum + site.kept, 0);
  // One to four who missed, or one to four who did not, would be told by the share.
  if (hides && (isSmall(missed) || isSmall(kept))) return { all: null, missedPercent: null };
  return { all: missed + kept, missedPercent: percent(missed, missed + kept) };
}

function stagesOf(steps: readonly SiteOutcomes['stages'][number][], hides: boolean): StageStepView[] {
  const sums = new Map<string, SiteOutcomes['stages'][number]>();
  for (const { from, to, ventures } of steps) {
    const key = `${from} ${to}`;
    sums.set(key, { from, to, ventures: (sums.get(key)?.ventures ?? 0) + ventures });
  }
  const all = [...sums.values()];
  const cells = hides ? hiddenCells(all.map(({ ventures }) => ventures)) : [];
  return all.map((step, index) => ({ ...step, ventures: cells[index] === true ? null : step.ventures }));
}

function isSmall(count: number): boolean {
  return count > 0 && count < smallestCell;
}

/** The same as one table: a line for each figure. */
export function participantsCsv(report: ParticipantsReportView): string {
  const groups = (group: string, each: readonly PeopleGroupView[]): Cell[][] =>
    each.map(({ key, name, people }) => [group, key, name, people]);
  return csv(
    ['figure', 'key', 'name', 'value'],
    [
      ['people', null, null, report.people],
      ...groups('people_by_age_band', report.byAgeBand),
      ...groups('people_by_municipality', report.byMunicipality),
      ...groups('people_by_site', report.bySite),
      ['ventures', null, null, report.ventures],
      ['companies_founded', null, null, report.companiesFounded],
      ['median_days_to_decision', null, null, report.timeToDecision.medianDays],
      ...report.decisionsByTime.map(({ fromDays, belowDays, applications }) => [
        'decisions_by_days',
        // In words: spreadsheets take "3-7" for a date.
        belowDays === null ? `from_${fromDays}` : `from_${fromDays}_below_${belowDays}`,
        null,
        applications,
      ]),
      ['median_days_to_first_session', null, null, report.timeToFirstSession.medianDays],
      ['booking_no_show_percent', null, null, report.bookingNoShows.missedPercent],
      ['session_no_show_percent', null, null, report.sessionNoShows.missedPercent],
      ...report.stageProgress.map(({ from, to, ventures }) => ['ventures_by_stage', `${from} ${to}`, null, ventures]),
      ['benefit_cents', null, null, report.benefitCents],
    ],
  );
}
