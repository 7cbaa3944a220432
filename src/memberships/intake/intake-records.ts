import { Injectable, OnModuleInit } from '@nestjs/common';
import { PersonalRecords } from '../../people/personal-records';
import { Database } from '../../platform/database/database';

/** What intake keeps about people, for the export that everybody may ask for. */
@Injectable()
export class IntakeRecords implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'applications', read: (personId) => this.database.read(applications, [personId]) });
    this.records.add({ name: 'consents', read: (personId) => this.database.read(consents, [personId]) });
    this.records.add({ name: 'conflictsOfInterest', read: (personId) => this.database.read(conflicts, [personId]) });
  }
}

/**
 * A decision, and what reviewers said of the person, belong to the person from the moment in which they are told; who
 * said it does not.
 */
const applications = `
  select a.id, a.site_id as "siteId", a.plan_id as "planId",
         case when told then a.status else 'under_review' end as status, a.answers, a.starts_on as "startsOn",
         a.no_own_office as "noOwnOffice", a.created_at as "createdAt", a.submitted_at as "submittedAt",
         a.return_reason as "returnReason", a.return_deadline as "returnDeadline", a.notified_at as "notifiedAt",
         case when told then a.decided_at end as "decidedAt", case when told then a.decision_reason end as "decisionReason",
         (select coalesce(jsonb_agg(jsonb_build_object('code', e.code, 'outcome', e.outcome, 'reason', e.reason,
            'overrideOutcome', e.override_outcome, 'overrideReason', e.override_reason) order by e.code), '[]')
          from eligibility_result e where e.application_id = a.id) as eligibility,
         case when a.notified_at is null then '[]'::jsonb else
           (select coalesce(jsonb_agg(jsonb_build_object('scores', r.scores, 'recommendation', r.recommendation,
              'comment', r.comment, 'createdAt', r.created_at) order by r.id), '[]')
            from application_review r where r.application_id = a.id) end as reviews
  from application a
  cross join lateral (select a.notified_at is not null or a.status not in ('approved', 'waitlisted', 'rejected') as told) t
  where a.person_id = $1 order by a.created_at, a.id`;

const consents = `
  select purpose, given_at as "givenAt", withdrawn_at as "withdrawnAt" from consent
  where person_id = $1 order by given_at, purpose`;

const conflicts = `
  select kind, note, declared_at as "declaredAt", ends_on as "endsOn", ended_at as "endedAt" from conflict_of_interest
  where person_id = $1 order by declared_at`;
