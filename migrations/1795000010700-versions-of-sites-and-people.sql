-- Of two who change a site, or of one person who changes their own choices in two windows, the second is told of the first.
alter table site add column version integer not null default 1;
alter table person
  add column version integer not null default 1,
  -- Of how they want to be told of what, which is read and chosen apart from the person.
  add column reminders_version integer not null default 1;
