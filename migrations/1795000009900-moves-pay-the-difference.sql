-- A desk that moves to another day gives back the one it leaves, so the move asks the wallet for the difference only.
-- Somebody whose month is used up could not change the day of a desk otherwise.
create or replace function booking_quote(
  who uuid, under uuid, plan_version uuid, is_visiting boolean, half_days boolean, resource_kind text,
  period_start timestamptz, period_end timestamptz, site_zone text, except_booking uuid
) returns jsonb
language sql stable as $$
  with weighed as (
    select d.day, a.used + a.held as amount
    from local_days(period_start, period_end, site_zone) d,
         lateral desk_day(who, under, d.day, site_zone, half_days, except_booking, period_start, period_end, 'used') a
    where resource_kind = 'desk' and under is not null
    union all
    select d.day, a.used + a.held
    from booking b
    join resource r on r.id = b.resource_id and r.kind = 'desk'
    join site s on s.id = b.site_id,
         lateral local_days(b.starts_at, b.ends_at, s.time_zone) d,
         lateral desk_day(who, under, d.day, s.time_zone, half_days, except_booking, null, null, null) a
    where b.id = except_booking and b.membership_id = under
      and (resource_kind <> 'desk' or d.day not in (select n.day from local_days(period_start, period_end, site_zone) n))
  ), charged as (
    select 'desk_days' as kind, date_trunc('month', w.day)::date as month,
           w.amount - coalesce((
             select -sum(e.amount) from allowance_entry e join allowance_account c on c.id = e.account_id
             where c.membership_id = under and c.kind = 'desk_days' and c.visiting = is_visiting
               and c.month = date_trunc('month', w.day)::date and e.cause = 'booking' and e.local_date = w.day), 0) as amount
    from weighed w
    union all
    select 'room_minutes', d.month,
           d.minutes - coalesce((
             select -sum(e.amount) from allowance_entry e join allowance_account c on c.id = e.account_id
             where e.cause = 'booking' and e.cause_id = except_booking and c.kind = 'room_minutes' and c.month = d.month), 0)
    from (select date_trunc('month', day)::date as month, sum(minutes) as minutes
          from local_days(period_start, period_end, site_zone) group by 1) d
    where resource_kind = 'room' and under is not null
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', kind, 'month', to_char(month, 'YYYY-MM'), 'amount', amount::float8,
    'left', nullif(wallet_left(under, plan_version, kind, is_visiting, month), 'Infinity')::float8)), '[]')
  from (select kind, month, sum(amount) as amount from charged group by kind, month) sums
$$;
