-- Messages in the application: what was told is kept as facts, and put into words in the reader's language when read.
alter table message
  add column facts jsonb,
  add column read_at timestamptz;
create index message_in_app on message (person_id, sent_at, id) where channel = 'app' and status = 'sent';

-- Where the planner looks every second for what has come near or has changed, whatever the size of the tables.
create index booking_upcoming on booking (starts_at) where status = 'confirmed';
create index application_updated on application (updated_at);
create index membership_updated on membership (updated_at);
create index membership_starts on membership (starts_on) where status in ('scheduled', 'active');
create index pause_starts on pause (starts_on) where status = 'approved';
create index pause_ends on pause (ends_on) where status = 'approved';
