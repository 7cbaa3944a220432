-- Bookings in fewer steps: the same laws and the same lines in the wallet, asked for in ways that cost less.

-- Brings the wallet to what a booking weighs now, as before. What the ledger says already is looked for by the booking
-- and by the account, each by its own index: asked for together with "or", all lines of all wallets were read each time.
create or replace function settle_booking(
  booking_id uuid, moment timestamptz, start_before timestamptz default null, end_before timestamptz default null
) returns void
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  b record;
  c record;
  account uuid;
begin
  select k.*, r.kind, s.time_zone, m.site_id <> k.site_id as visiting,
         case when m.site_id = k.site_id then m.plan_version_id else (standing(k.person_id, k.site_id) ->> 'planVersionId')::uuid end as plan
  into b
  from booking k
  join resource r on r.id = k.resource_id join site s on s.id = k.site_id
  join membership m on m.id = k.membership_id
  where k.id = booking_id;
  if not found then
    return;
  end if;

  for c in
    with wanted as (
      -- Desks are weighed by the day, together with the person's other desks of that day. The days it lay on before are
      -- weighed again even when it is no desk any more.
      select 'desk_days' as kind, date_trunc('month', t.day)::date as month, t.day, a.held, a.used
      from (select day from local_days(b.starts_at, b.ends_at, b.time_zone) where b.kind = 'desk'
            union select day from local_days(start_before, end_before, b.time_zone)
            union select e.local_date from allowance_entry e
            where e.cause = 'booking' and e.cause_id = booking_id and e.local_date is not null) t,
           lateral desk_day(b.person_id, b.membership_id, t.day, b.time_zone,
                            coalesce((select half_days from plan_version where id = b.plan), false), null, null, null, null) a
      union all
      select 'room_minutes', date_trunc('month', day)::date, null,
             sum(case when weight_of(b.status, b.late) = 'held' then minutes else 0 end),
             sum(case when weight_of(b.status, b.late) = 'used' then minutes else 0 end)
      from local_days(b.starts_at, b.ends_at, b.time_zone)
      where b.kind = 'room'
      group by date_trunc('month', day)
    ), lines as (
      select e.id, e.account_id, e.type, e.amount, e.local_date from allowance_entry e
      where e.cause = 'booking' and e.cause_id = booking_id
      union
      -- By arrays: a join would be planned for the thousands of days that a period is thought to have.
      select e.id, e.account_id, e.type, e.amount, e.local_date from allowance_entry e
      where e.cause = 'booking' and e.local_date = any (array(select w.day from wanted w))
        and e.account_id = any (array(
          select a.id from allowance_account a
          where a.membership_id = b.membership_id and a.kind = 'desk_days' and a.visiting = b.visiting
            and a.month = any (array(select w.month from wanted w))))
    ), written as (
      select a.id as account, a.kind, a.month, e.local_date as day,
             -sum(e.amount) filter (where e.type in ('hold', 'release')) as held,
             -sum(e.amount) filter (where e.type in ('use', 'refund')) as used
      from lines e join allowance_account a on a.id = e.account_id
      group by a.id, a.kind, a.month, e.local_date
    )
    select coalesce(x.kind, w.kind) as kind, coalesce(x.month, w.month) as month, coalesce(x.day, w.day) as day, w.account,
           coalesce(x.held, 0) - coalesce(w.held, 0) as held, coalesce(x.used, 0) - coalesce(w.used, 0) as used
    from wanted x
    full join written w on w.kind = x.kind and w.month = x.month and w.day is not distinct from x.day
    order by coalesce(x.held, 0) - coalesce(w.held, 0) + coalesce(x.used, 0) - coalesce(w.used, 0)
  loop
    continue when c.held = 0 and c.used = 0;
    account := coalesce(c.account, wallet_account(b.membership_id, b.plan, c.kind, b.visiting, c.month, moment));
    if c.held < 0 then
      perform wallet_post(account, 'release', -c.held, 'booking', booking_id, c.day, settle_key(b.id, b.version, account, c.day, 'release'), moment);
    end if;
    if c.used < 0 then
      perform wallet_post(account, 'refund', -c.used, 'booking', booking_id, c.day, settle_key(b.id, b.version, account, c.day, 'refund'), moment);
    end if;
    if c.held > 0 then
      perform wallet_post(account, 'hold', c.held, 'booking', booking_id, c.day, settle_key(b.id, b.version, account, c.day, 'hold'), moment);
    end if;
    if c.used > 0 then
      perform wallet_post(account, 'use', c.used, 'booking', booking_id, c.day, settle_key(b.id, b.version, account, c.day, 'use'), moment);
    end if;
  end loop;
end $$;

-- These plans are made once per session and kept, perhaps while a table is still empty: every question is asked by key,
-- so a plan that reads a whole table is never the right one for the table that it will be.
alter function settle_booking(uuid, timestamptz, timestamptz, timestamptz) set enable_seqscan = off;
alter function open_booking(uuid, uuid, uuid, text, integer, text[], timestamptz, timestamptz, timestamptz, text, bytea)
  set enable_seqscan = off;
alter function write_booking(jsonb, uuid, smallint, uuid, text, timestamptz) set enable_seqscan = off;
alter function booking_facts(uuid, uuid, timestamptz, timestamptz, timestamptz, uuid) set enable_seqscan = off;
