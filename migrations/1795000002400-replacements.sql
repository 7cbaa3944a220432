-- When the house takes a place away (a closure, maintenance, a place out of use), the booking is cancelled and its holder
-- is offered an equal place. An offer really holds its place: a row of the ledger with the cause `hold`, the replacement as
-- its cause and the deadline as its end. What the booking would take there stands held in the wallet meanwhile.

create table replacement (
  id uuid primary key,
  booking_id uuid not null references booking (id),
  person_id uuid not null references person (id),
  site_id uuid not null references site (id),
  cause text not null,
  cause_id uuid not null,
  booking_status text not null,
  from_resource_id uuid not null references resource (id),
  from_starts_at timestamptz not null,
  from_ends_at timestamptz not null,
  resource_id uuid not null references resource (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status text not null default 'offered',
  offered_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  constraint replacement_order check (starts_at < ends_at),
  constraint replacement_cause check (cause in ('closure', 'maintenance', 'retirement')),
  constraint replacement_booking_status check (booking_status in ('requested', 'confirmed')),
  constraint replacement_status check (status in ('offered', 'accepted', 'declined', 'expired', 'withdrawn')),
  constraint replacement_in_time check (offered_at < expires_at and expires_at <= starts_at),
  constraint replacement_answered check ((status = 'offered') = (answered_at is null))
);
create unique index replacement_open on replacement (booking_id) where status = 'offered';
create index replacement_expiring on replacement (expires_at) where status = 'offered';
create index replacement_booking on replacement (booking_id);
create index replacement_person on replacement (person_id, offered_at);
create index replacement_site on replacement (site_id, offered_at);
create index replacement_resource on replacement (resource_id, starts_at);

alter table allowance_entry drop constraint allowance_entry_cause;
alter table allowance_entry add constraint allowance_entry_cause
  check (cause in ('month', 'booking', 'session', 'correction', 'replacement'));

-- For each of some periods the free place that is most like that of a booking: the same one, else of the same kind at the
-- same site, as large or larger, with all its features. Periods in which the holder has the kind booked already have none.
create function equal_places(of_booking uuid, starts timestamptz[], ends timestamptz[], moment timestamptz)
returns table (resource_id uuid, starts_at timestamptz, ends_at timestamptz)
language sql stable as $$
  select place.id, p.starts_at, p.ends_at
  from booking b
  join resource r on r.id = b.resource_id
  join resource_rule l on l.site_id = r.site_id and l.kind = r.kind
  cross join unnest(starts, ends) with ordinality p (starts_at, ends_at, turn)
  cross join lateral (
    select o.id
    from resource o
    where o.site_id = r.site_id and o.kind = r.kind and o.status = 'active'
      and o.capacity >= r.capacity and o.features @> r.features and (r.needs_approval or not o.needs_approval)
      and not exists (
        select 1 from occupation t
        where t.resource_id = o.id
          and t.starts_at > p.starts_at - interval '26 hours'
          and t.starts_at < p.ends_at + make_interval(mins => l.buffer_minutes)
          and t.ends_at > p.starts_at
          and (t.expires_at is null or t.expires_at > moment))
    order by o.id = r.id desc, o.needs_approval, o.zone is not distinct from r.zone desc, abs(o.capacity - r.capacity), o.id
    limit 1) place
  where b.id = of_booking
    and not exists (
      select 1 from booking k join resource s on s.id = k.resource_id
      where k.person_id = b.person_id and k.id <> b.id and s.kind = r.kind and s.site_id = r.site_id
        and k.status in ('requested', 'confirmed', 'checked_in')
        and k.starts_at > p.starts_at - interval '26 hours' and k.starts_at < p.ends_at and k.ends_at > p.starts_at)
  order by p.turn
$$;

-- Holds in the wallet what a replacement would cost. `charges` is what booking_quote answers.
create function hold_for_replacement(offer uuid, charges jsonb, moment timestamptz) returns void
language plpgsql as $$
declare
  b record;
  c record;
  account uuid;
begin
  select k.membership_id, m.site_id <> k.site_id as visiting,
         case when m.site_id = k.site_id then m.plan_version_id
              else (standing(k.person_id, k.site_id) ->> 'planVersionId')::uuid end as plan
  into b
  from replacement p join booking k on k.id = p.booking_id join membership m on m.id = k.membership_id
  where p.id = offer;
  if not found then
    return;
  end if;
  for c in
    select kind, to_date(month, 'YYYY-MM') as month, amount
    from jsonb_to_recordset(charges) as x (kind text, month text, amount numeric)
    where amount > 0 order by kind, month
  loop
    account := wallet_account(b.membership_id, b.plan, c.kind, b.visiting, c.month, moment);
    perform wallet_post(account, 'hold', c.amount, 'replacement', offer, null, concat_ws(':', 'replacement', offer, account, 'hold'), moment);
  end loop;
end $$;

-- Gives back what a replacement held in the wallet. Doing it twice changes nothing.
create function release_for_replacement(offer uuid, moment timestamptz) returns void
language plpgsql as $$
declare
  e record;
begin
  for e in
    select account_id, -amount as amount from allowance_entry
    where cause = 'replacement' and cause_id = offer and type = 'hold' order by account_id
  loop
    perform wallet_post(e.account_id, 'release', e.amount, 'replacement', offer, null,
                        concat_ws(':', 'replacement', offer, e.account_id, 'release'), moment);
  end loop;
end $$;
