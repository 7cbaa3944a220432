-- What the planner of messages asks for each second is found by an index, and found only when there is something.

create index no_show_strike_answered on no_show_strike (answered_at) where answered_at is not null;
create index no_show_strike_forgiven on no_show_strike (forgiven_at) where appealed_at is not null and forgiven_at is not null;
create index stage_transition_decided on stage_transition (decided_at) where decided_at is not null;
create index pause_decided on pause (decided_at) where decided_at is not null;
create index renewal_request_decided on renewal_request (decided_at) where decided_at is not null;
-- Accounts of which four fifths are used or booked.
create index allowance_account_low on allowance_account (month)
  where not unlimited and granted > 0 and held + used >= granted * 0.8;

-- When a site is open on a date, by its own clock: the weekly hours of the date, or of several closures on it only the
-- hours that all of them leave (the same as openPeriods of src/sites/opening.rules.ts). No row when it is closed.
create function site_hours(site uuid, day date) returns table (opens time, closes time) language sql stable as $$
  with exception as (
    select count(*) as count, bool_or(c.opens is null) as closed, max(c.opens) as opens, min(c.closes) as closes
    from closure c
    where c.site_id = site and c.status = 'confirmed' and day between c.starts_on and c.ends_on
  )
  select h.opens, h.closes from opening_hours h, exception e
  where e.count = 0 and h.site_id = site and h.weekday = extract(isodow from day)
    and h.valid_from <= day and (h.valid_until is null or day <= h.valid_until)
  union all
  select e.opens, e.closes from exception e where e.count > 0 and not e.closed and e.opens < e.closes
$$;
