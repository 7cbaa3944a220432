-- Messages as notifications of a browser (RFC 8030), on whichever devices a person has said yes on.

-- One browser of one person. The keys (RFC 8291) only let us write to it; key_id names which of our own keys it trusts.
create table push_subscription (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  endpoint text not null unique,
  public_key bytea not null,
  auth_secret bytea not null,
  key_id text not null,
  device text,
  created_at timestamptz not null,
  constraint push_subscription_keys check (length(public_key) = 65 and length(auth_secret) = 16),
  constraint push_subscription_endpoint check (endpoint like 'https://%' and length(endpoint) <= 2000)
);
create index push_subscription_person on push_subscription (person_id, created_at);

alter table message
  drop constraint message_channel,
  add constraint message_channel check (channel in ('mail', 'app', 'push'));
alter table reminder_preference add column push boolean not null default true;
