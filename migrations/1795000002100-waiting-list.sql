-- Who waits for a place that is taken, and what is offered to them when it becomes free. An offer really holds its place:
-- a row of the ledger with the cause `hold`, the entry as its cause and the deadline as its end.

create table waiting_list_entry (
  id uuid primary key,
  person_id uuid not null references person (id),
  site_id uuid not null references site (id),
  kind text not null,
  resource_id uuid references resource (id),
  capacity smallint not null default 1,
  features text[] not null default '{}',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status text not null default 'waiting',
  offered_resource_id uuid references resource (id),
  offered_at timestamptz,
  offer_expires_at timestamptz,
  booking_id uuid references booking (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint waiting_list_entry_order check (starts_at < ends_at),
  constraint waiting_list_entry_kind check (kind in ('desk', 'room', 'booth')),
  constraint waiting_list_entry_status check
    (status in ('waiting', 'offered', 'accepted', 'declined', 'expired', 'withdrawn')),
  constraint waiting_list_entry_offer check
    (num_nonnulls(offered_resource_id, offered_at, offer_expires_at) in (0, 3)
     and (status <> 'offered' or offered_at is not null)),
  constraint waiting_list_entry_booking check ((status = 'accepted') = (booking_id is not null))
);
create index waiting_list_entry_person on waiting_list_entry (person_id, starts_at);
create index waiting_list_entry_site on waiting_list_entry (site_id, starts_at);
create index waiting_list_entry_waiting on waiting_list_entry (site_id, kind, starts_at) where status = 'waiting';
create index waiting_list_entry_offered on waiting_list_entry (offer_expires_at) where status = 'offered';

-- How many minutes of a site a person has had in the 30 days up to a moment. Who did not come has had the place, too.
create function used_minutes(who uuid, at_site uuid, moment timestamptz) returns double precision
language sql stable as $$
  select coalesce(sum(extract(epoch from
    least(b.ends_at, moment) - greatest(b.starts_at, moment - interval '30 days')) / 60), 0)::double precision
  from booking b
  where b.person_id = who and b.site_id = at_site
    and b.status in ('confirmed', 'checked_in', 'completed', 'no_show')
    and b.starts_at > moment - interval '32 days' and b.starts_at < moment
    and b.ends_at > moment - interval '30 days'
$$;

-- Who waits for something that is free of a place now and touches a period, in the order of fairness: who has used the
-- site least in the last 30 days, then who has waited longest, then by id.
create function waiting_for(
  place uuid, free_start timestamptz, free_end timestamptz, earliest timestamptz, moment timestamptz
) returns table (id uuid, starts_at timestamptz, ends_at timestamptz, buffer_minutes smallint)
language sql stable as $$
  select e.id, e.starts_at, e.ends_at, l.buffer_minutes
  from resource r
  join resource_rule l on l.site_id = r.site_id and l.kind = r.kind
  join waiting_list_entry e on e.site_id = r.site_id and e.kind = r.kind
  where r.id = place and r.status = 'active' and e.status = 'waiting'
    and (e.resource_id = r.id or (e.resource_id is null and r.capacity >= e.capacity and r.features @> e.features))
    and e.starts_at >= earliest and e.starts_at < free_end and e.ends_at > free_start
    and not exists (
      select 1 from occupation o
      where o.resource_id = r.id
        and o.starts_at > e.starts_at - interval '26 hours'
        and o.starts_at < e.ends_at + make_interval(mins => l.buffer_minutes)
        and o.ends_at > e.starts_at
        and (o.expires_at is null or o.expires_at > moment))
  order by used_minutes(e.person_id, e.site_id, moment), e.created_at, e.id
$$;

-- Offers a place to somebody who waits, and holds it for them until the deadline. False, and nothing written, when they
-- wait no longer or the place is taken. The place is locked; nobody else's person is.
create function offer_place(entry uuid, place uuid, buffer smallint, moment timestamptz, deadline timestamptz)
returns boolean
language plpgsql as $$
declare
  e record;
begin
  select * into e from waiting_list_entry w where w.id = entry and w.status = 'waiting' for update;
  if not found then
    return false;
  end if;
  delete from occupation where resource_id = place and expires_at <= moment;
  if not occupy(gen_random_uuid(), 'hold', entry, place, null, e.site_id, e.person_id, e.starts_at, e.ends_at, buffer, deadline) then
    return false;
  end if;
  update waiting_list_entry
  set status = 'offered', offered_resource_id = place, offered_at = moment, offer_expires_at = deadline, updated_at = moment
  where id = entry;
  return true;
end $$;

-- The place of an entry among those who wait for what it waits for, 1 for the next; null when it does not wait.
create function waiting_position(entry uuid, moment timestamptz) returns bigint
language sql stable as $$
  select (
    select count(*) + 1
    from waiting_list_entry o
    where o.status = 'waiting' and o.id <> e.id and o.site_id = e.site_id and o.kind = e.kind
      and o.starts_at < e.ends_at and o.ends_at > e.starts_at
      and (o.resource_id is null or e.resource_id is null or o.resource_id = e.resource_id)
      and (used_minutes(o.person_id, o.site_id, moment), o.created_at, o.id)
        < (used_minutes(e.person_id, e.site_id, moment), e.created_at, e.id))
  from waiting_list_entry e
  where e.id = entry and e.status = 'waiting'
$$;
