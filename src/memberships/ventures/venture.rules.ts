import { Rule } from '../../kernel/refusal';
import { LocalDate, plusDays } from '../../kernel/site-time';

/** The stages of a venture in their order. A venture may found its company before the stages between are over. */
export const stages = ['idea', 'problem_solution_fit', 'mvp', 'business_plan', 'company_founded'] as const;
export type Stage = (typeof stages)[number];

/** How a venture stands with the public start-up grant. */
export const startUpGrants = ['unknown', 'not_applying', 'waiting', 'decided'] as const;
export type StartUpGrant = (typeof startUpGrants)[number];

export const ventureStatuses = ['active', 'stopped'] as const;
/** A stopped venture is history: it is read and not changed. To stop for good reasons is a result, not a failure. */
export type VentureStatus = (typeof ventureStatuses)[number];

/** As what somebody stands to a venture: in its team (the lead in both ways), or working at its site. */
export type VentureRole = 'member' | 'lead' | 'coach' | 'manager';

/** What can be done with a venture. */
export type VentureDeed = 'change' | 'change-members' | 'propose-stage' | 'decide-stage' | 'plan' | 'register-company';

/** Who may do it. Reading is for all four. */
export const mayDo: Record<VentureDeed, readonly VentureRole[]> = {
  change: ['member', 'manager'],
  'change-members': ['lead', 'manager'],
  'propose-stage': ['member'],
  'decide-stage': ['coach', 'manager'],
  plan: ['member', 'coach', 'manager'],
  'register-company': ['member', 'manager'],
};

/** What a venture shows before it leaves a stage. The sentences stand in the web under the codes. */
export interface Criterion {
  code: string;
  /** How many of them. */
  count: number;
}

/** The exit criteria of each stage (domain.md 2.5); whether they are met is for a coach or manager to say. */
export const exitCriteria: Record<Stage, readonly Criterion[]> = {
  idea: [{ code: 'customer_interviews', count: 15 }],
  problem_solution_fit: [{ code: 'measurable_experiment', count: 1 }],
  mvp: [{ code: 'tested_prototype', count: 1 }],
  business_plan: [{ code: 'reviewed_plan', count: 1 }],
  company_founded: [{ code: 'register_extract', count: 1 }],
};

/** Something that is no refusal and that somebody should know before they go on. */
export interface Warning {
  code: string;
  detail: string;
}

/** What those who plan to found a company should know: whoever registers before the decision loses the grant. */
export function warningsOf(grant: StartUpGrant, plansCompany: boolean): Warning[] {
  if (!plansCompany || grant === 'not_applying' || grant === 'decided') return [];
  const detail =
    grant === 'waiting'
      ? 'The decision on the start-up grant is still to come. Whoever registers a company before it loses the grant.'
      : 'Say first whether the start-up grant is applied for. Whoever registers a company before the decision loses it.';
  return [{ code: 'start_up_grant', detail }];
}

/** A person's time in a venture. Dates are the site's own, both included; a null end is not known yet. */
export interface MemberTime {
  personId: string;
  lead: boolean;
  startsOn: LocalDate;
  endsOn: LocalDate | null;
}

/** Whether the time has begun and is not over. */
export function isCurrent({ startsOn, endsOn }: Pick<MemberTime, 'startsOn' | 'endsOn'>, today: LocalDate): boolean {
  return startsOn <= today && (endsOn === null || endsOn >= today);
}

/** The first day from `today` on that no lead covers, or undefined when there is none. */
export function firstDayWithoutLead(members: readonly MemberTime[], today: LocalDate): LocalDate | undefined {
  const leads = members.filter(({ lead }) => lead).sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  let day = today;
  for (const { startsOn, endsOn } of leads) {
    if (startsOn > day) break;
    if (endsOn === null) return undefined;
    if (endsOn >= day) day = plusDays(endsOn, 1);
  }
  return day;
}

/** A change of the team that is being judged: the members as they would be. */
export interface TeamCase {
  today: LocalDate;
  members: readonly MemberTime[];
  /** The first day from which something changes. */
  from: LocalDate;
}

const teamInThePast: Rule<TeamCase> = {
  name: 'in_the_past',
  judge: ({ from, today }) =>
    from >= today ? undefined : { detail: 'Who was in the team in the past is not rewritten.', facts: { from, today } },
};

const ventureLead: Rule<TeamCase> = {
  name: 'venture_lead',
  judge: ({ members, today }) => {
    const without = firstDayWithoutLead(members, today);
    return without === undefined
      ? undefined
      : { detail: 'A venture has a lead at all times. Make somebody else the lead first.', facts: { without } };
  },
};

/** The laws of a team. */
export const teamRules: readonly Rule<TeamCase>[] = [teamInThePast, ventureLead];
