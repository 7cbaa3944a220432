-- Coaching: who coaches, in what and when; who is coached by whom; the sessions they hold.

-- Languages of people, coaches and entrepreneurs alike, in the levels of the Council of Europe.
create table language_skill (
  person_id uuid not null references person (id),
  language text not null,
  level text not null,
  primary key (person_id, language),
  constraint language_skill_language check (language ~ '^[a-z]{2}$'),
  constraint language_skill_level check (level in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'))
);

-- What a coach says about coaching. The role at a site says that somebody is a coach there; this says how.
create table coach_profile (
  person_id uuid primary key references person (id),
  status text not null default 'active',
  headline text not null default '',
  about text not null default '',
  -- The clock of the weekly hours.
  time_zone text not null,
  -- Whether sessions may be held over a link, and the coach's own room for that.
  remote boolean not null default true,
  remote_link text,
  -- How many entrepreneurs at once; a lead assignment weighs 1, a specialist's half.
  places numeric(4,1) not null,
  qualified_until date,
  works_with_minors boolean not null default false,
  sectors text[] not null default '{}',
  stages text[] not null default '{}',
  minimum_notice_minutes integer not null default 720,
  buffer_minutes smallint not null default 15,
  longest_day_minutes smallint not null default 360,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint coach_profile_status check (status in ('active', 'away')),
  constraint coach_profile_places check (places between 0 and 99),
  constraint coach_profile_notice check (minimum_notice_minutes between 0 and 43200),
  constraint coach_profile_buffer check (buffer_minutes between 0 and 60),
  constraint coach_profile_day check (longest_day_minutes between 15 and 1440)
);

-- At which sites a coach meets people.
create table coach_site (
  coach_id uuid not null references coach_profile (person_id),
  site_id uuid not null references site (id),
  primary key (coach_id, site_id)
);
create index coach_site_site on coach_site (site_id);

create table coach_expertise (
  coach_id uuid not null references coach_profile (person_id),
  topic text not null,
  level text not null,
  evidence text not null default '',
  primary key (coach_id, topic),
  constraint coach_expertise_level check (level in ('knows', 'practised', 'expert'))
);

-- Weekly hours by the coach's clock; with a site only there, without one anywhere and over a link.
create table availability_rule (
  id uuid primary key,
  coach_id uuid not null references coach_profile (person_id),
  weekday smallint not null,
  from_time time not null,
  to_time time not null,
  site_id uuid references site (id),
  constraint availability_rule_weekday check (weekday between 1 and 7),
  constraint availability_rule_order check (from_time < to_time),
  constraint availability_rule_once exclude using gist (coach_id with =, weekday with =,
    int4range(extract(epoch from from_time)::integer, extract(epoch from to_time)::integer) with &&)
);

-- A date on which the weekly hours do not hold: closed, or other hours instead (one row for each span).
create table availability_exception (
  id uuid primary key,
  coach_id uuid not null references coach_profile (person_id),
  date date not null,
  closed boolean not null,
  from_time time,
  to_time time,
  constraint availability_exception_hours check
    (closed = (from_time is null) and closed = (to_time is null) and (closed or from_time < to_time))
);
create index availability_exception_coach on availability_exception (coach_id, date);

-- Who is coached by whom.
create table coaching_assignment (
  id uuid primary key,
  site_id uuid not null references site (id),
  membership_id uuid not null references membership (id),
  entrepreneur_id uuid not null references person (id),
  coach_id uuid not null references coach_profile (person_id),
  kind text not null,
  weight numeric(3,1) not null,
  status text not null,
  offered_by uuid references person (id),
  offered_at timestamptz not null,
  -- Three working days of the site's calendar after the offer; then the next alternate is asked.
  answer_by timestamptz not null,
  answered_at timestamptz,
  -- Why the coach declined, or why it ended.
  reason text,
  held_from date,
  held_until date,
  ended_at timestamptz,
  ended_by uuid references person (id),
  -- Coaches to ask next, best first.
  alternates uuid[] not null default '{}',
  -- The assignment whose refusal or silence led to this one.
  follows_id uuid references coaching_assignment (id),
  run_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint coaching_assignment_kind check (kind in ('lead', 'specialist')),
  constraint coaching_assignment_weight check (weight > 0),
  constraint coaching_assignment_status check
    (status in ('offered', 'active', 'on_hold', 'completed', 'ended_early', 'declined', 'expired')),
  constraint coaching_assignment_not_self check (coach_id <> entrepreneur_id),
  constraint reasoned_decision check (status <> 'declined' or reason is not null)
);
create index coaching_assignment_coach on coaching_assignment (coach_id, status);
create index coaching_assignment_membership on coaching_assignment (membership_id, status);
create index coaching_assignment_entrepreneur on coaching_assignment (entrepreneur_id, status);
create index coaching_assignment_site on coaching_assignment (site_id, status);
create index coaching_assignment_answer on coaching_assignment (answer_by) where status = 'offered';
-- One lead at a time, and one open assignment of a pair.
create unique index one_lead_coach on coaching_assignment (membership_id)
  where kind = 'lead' and status in ('offered', 'active', 'on_hold');
create unique index one_open_assignment on coaching_assignment (membership_id, coach_id)
  where status in ('offered', 'active', 'on_hold');

-- A meeting of a coach with founders, in a room or over a link. Who and what it takes stands in the occupation ledger
-- with cause 'session': coach (with the buffer), every founder, and the room.
create table coaching_session (
  id uuid primary key,
  -- The site whose room, calendar and clock it follows.
  site_id uuid not null references site (id),
  type text not null,
  -- None for office hours and intake talks.
  assignment_id uuid references coaching_assignment (id),
  coach_id uuid not null references coach_profile (person_id),
  -- Whose wallet pays; none where it costs nothing.
  membership_id uuid references membership (id),
  booked_by uuid references person (id),
  mode text not null,
  room_id uuid references resource (id),
  remote_link text,
  topic text not null default '',
  expertise_topic text,
  -- What the founder wants to talk about, written before.
  brief text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status text not null,
  held_minutes smallint,
  -- Whose fault it is when nobody met, and who called it off, when and why.
  absent text,
  late boolean not null default false,
  reason text,
  ended_by uuid references person (id),
  ended_at timestamptz,
  closed_at timestamptz,
  closed_by uuid references person (id),
  follows_id uuid references coaching_session (id),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint coaching_session_type check (type in
    ('intake_talk', 'one_to_one', 'office_hour', 'team', 'milestone_review', 'group_clinic', 'pitch_practice', 'exit_talk')),
  constraint coaching_session_mode check (mode in ('on_site', 'remote', 'hybrid')),
  constraint coaching_session_room check ((mode = 'remote') = (room_id is null)),
  constraint coaching_session_order check (starts_at < ends_at and ends_at - starts_at <= interval '8 hours'),
  constraint coaching_session_status check (status in ('confirmed', 'held', 'closed', 'cancelled', 'no_show')),
  constraint coaching_session_held check (held_minutes between 0 and 480),
  constraint coaching_session_closed check ((status in ('closed', 'no_show')) = (closed_at is not null)),
  constraint coaching_session_absent check (absent is null or (absent in ('entrepreneur', 'coach') and status = 'no_show'))
);
create index coaching_session_coach on coaching_session (coach_id, starts_at);
create index coaching_session_site on coaching_session (site_id, starts_at);
create index coaching_session_assignment on coaching_session (assignment_id, starts_at);
create index coaching_session_membership on coaching_session (membership_id, starts_at);
create index coaching_session_room_start on coaching_session (room_id, starts_at) where room_id is not null;
create index coaching_session_open on coaching_session (ends_at) where status in ('confirmed', 'held');

-- Founders who take part; attendance is known when the session is closed.
create table session_participant (
  session_id uuid not null references coaching_session (id),
  person_id uuid not null references person (id),
  attendance text,
  primary key (session_id, person_id),
  constraint session_participant_attendance check (attendance in ('present', 'late', 'absent'))
);
create index session_participant_person on session_participant (person_id);

-- Work between sessions -------------------------------------------------------------------------------------------

-- Notes of a session. note_visibility: a private one is read by its author only; a shared one by all who took part.
create table session_note (
  id uuid primary key,
  session_id uuid not null references coaching_session (id),
  author_id uuid not null references person (id),
  visibility text not null,
  text text not null,
  -- When it was shared first; private notes have none.
  shared_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint note_visibility check (visibility in ('private', 'shared') and (visibility = 'shared') = (shared_at is not null)),
  constraint session_note_text check (length(text) between 1 and 20000)
);
create index session_note_session on session_note (session_id, created_at);
create index session_note_author on session_note (author_id);

-- Somebody broke the glass before a private note, and why; those concerned are told.
create table note_opening (
  id uuid primary key,
  note_id uuid not null references session_note (id),
  opened_by uuid not null references person (id),
  reason text not null,
  at timestamptz not null,
  constraint note_opening_reason check (length(reason) >= 20)
);
create index note_opening_note on note_opening (note_id);

-- What founder and coach work towards. It belongs to the founder's membership, whoever coaches.
create table coaching_goal (
  id uuid primary key,
  membership_id uuid not null references membership (id),
  entrepreneur_id uuid not null references person (id),
  title text not null,
  measure text not null default '',
  due_on date,
  status text not null default 'open',
  created_by uuid not null references person (id),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint coaching_goal_status check (status in ('open', 'reached', 'dropped'))
);
create index coaching_goal_membership on coaching_goal (membership_id);
create index coaching_goal_entrepreneur on coaching_goal (entrepreneur_id);

-- What somebody does until the next time.
create table action_item (
  id uuid primary key,
  membership_id uuid not null references membership (id),
  session_id uuid references coaching_session (id),
  goal_id uuid references coaching_goal (id),
  assignee_id uuid not null references person (id),
  title text not null,
  due_on date,
  status text not null default 'open',
  done_at timestamptz,
  created_by uuid not null references person (id),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint action_item_status check (status in ('open', 'done', 'dropped')),
  constraint action_item_done check ((status = 'done') = (done_at is not null))
);
create index action_item_membership on action_item (membership_id);
create index action_item_assignee on action_item (assignee_id);
create index action_item_due on action_item (due_on) where status = 'open';
create index action_item_session on action_item (session_id);

-- How it was, told by those who took part; managers see it only in groups.
create table session_feedback (
  session_id uuid not null references coaching_session (id),
  person_id uuid not null references person (id),
  rating smallint not null,
  text text not null default '',
  at timestamptz not null,
  primary key (session_id, person_id),
  constraint session_feedback_rating check (rating between 1 and 5)
);
create index session_feedback_person on session_feedback (person_id);
