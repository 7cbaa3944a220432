import { Injectable, OnModuleInit } from '@nestjs/common';
import { PersonalRecords } from '../../people/personal-records';
import { Database } from '../../platform/database/database';

/** What is kept about people as coaches, and which languages they speak, for the export that everybody may ask for. */
@Injectable()
export class CoachRecords implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly records: PersonalRecords,
  ) {}

  onModuleInit(): void {
    this.records.add({ name: 'languages', read: (personId) => this.database.read(languages, [personId]) });
    this.records.add({ name: 'coachProfile', read: (personId) => this.database.read(profile, [personId]) });
  }
}

const languages = `select language, level from language_skill where person_id = $1 order by language`;

/** Of the calendar outside the host only: its address is a secret. */
const profile = `
  select c.status, c.headline, c.about, c.time_zone as "timeZone", c.remote, c.remote_link as "remoteLink",
         c.places::float8 as capacity, c.qualified_until as "qualifiedUntil", c.works_with_minors as "worksWithMinors",
         c.sectors, c.stages, c.minimum_notice_minutes as "minimumNoticeMinutes", c.buffer_minutes as "bufferMinutes",
         c.longest_day_minutes as "longestDayMinutes", c.created_at as "createdAt",
         array(select site_id::text from coach_site s where s.coach_id = c.person_id order by 1) as sites,
         (select coalesce(jsonb_agg(jsonb_build_object('topic', e.topic, 'level', e.level, 'evidence', e.evidence) order by e.topic), '[]')
          from coach_expertise e where e.coach_id = c.person_id) as expertise,
         (select coalesce(jsonb_agg(jsonb_build_object('weekday', r.weekday, 'from', r.from_time, 'to', r.to_time, 'siteId', r.site_id)
            order by r.weekday, r.from_time), '[]')
          from availability_rule r where r.coach_id = c.person_id) as weekly,
         (select coalesce(jsonb_agg(jsonb_build_object('date', x.date, 'closed', x.closed, 'from', x.from_time, 'to', x.to_time)
            order by x.date, x.from_time), '[]')
          from availability_exception x where x.coach_id = c.person_id) as exceptions,
         (select jsonb_build_object('host', o.host, 'fetchedAt', o.fetched_at, 'events',
            (select coalesce(jsonb_agg(jsonb_build_object('start', e.starts_at, 'end', e.ends_at) order by e.starts_at), '[]')
             from outside_event e where e.coach_id = c.person_id))
          from outside_calendar o where o.coach_id = c.person_id) as "outsideCalendar"
  from coach_profile c where c.person_id = $1`;
