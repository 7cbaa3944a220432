-- What sessions take from the wallet: the minutes are held while a session is ahead or not closed yet, and used by what
-- becomes of it.

-- How many minutes a session holds and uses now. Closed, the minutes that were held, and never more than were agreed
-- upon; missed by the founder or given up too late, all of them; missed by the coach or called off in time, none.
create function session_weight(
  session_status text, is_late boolean, who_missed text, minutes_held numeric, minutes_agreed numeric,
  out held numeric, out used numeric
)
language sql immutable as $$
  select
    case when session_status in ('confirmed', 'held') then minutes_agreed else 0 end,
    case
      when session_status = 'closed' then least(coalesce(minutes_held, 0), minutes_agreed)
      when session_status = 'no_show' and who_missed = 'entrepreneur' then minutes_agreed
      when session_status = 'cancelled' and is_late then minutes_agreed
      else 0 end
$$;

-- What a session at this time would add to the wallet, month by month by the clock of its site, beside what is left.
-- What `except_session` weighs already is not asked for again.
create function session_quote(
  under uuid, period_start timestamptz, period_end timestamptz, site_zone text, except_session uuid
) returns jsonb
language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', 'coaching_minutes', 'month', to_char(d.month, 'YYYY-MM'),
    'amount', (d.minutes - coalesce((
      select -sum(e.amount) from allowance_entry e join allowance_account c on c.id = e.account_id
      where e.cause = 'session' and e.cause_id = except_session and c.month = d.month), 0))::float8,
    'left', nullif(wallet_left(m.id, m.plan_version_id, 'coaching_minutes', false, d.month), 'Infinity')::float8)
    order by d.month), '[]')
  from membership m,
       (select date_trunc('month', day)::date as month, sum(minutes) as minutes
        from local_days(period_start, period_end, site_zone) group by 1) d
  where m.id = under
$$;

-- Brings the wallet to what a session weighs now, whatever happened to it: only the difference is written, so doing it
-- twice changes nothing. Gives back before it takes. Call it under the lock of those who take part.
create function settle_session(session_id uuid, moment timestamptz) returns void
language plpgsql as $$
declare
  s record;
  c record;
  account uuid;
begin
  select k.*, i.time_zone, m.plan_version_id as plan, w.held, w.used
  into s
  from coaching_session k
  join site i on i.id = k.site_id
  join membership m on m.id = k.membership_id,
  lateral session_weight(k.status, k.late, k.absent, k.held_minutes,
                         extract(epoch from k.ends_at - k.starts_at) / 60) w
  where k.id = session_id;
  if not found then
    return;
  end if;

  for c in
    with lying as (
      -- The minutes of a session that goes on past a month's end are counted from its start.
      select d.day, d.minutes,
             sum(d.minutes) over (order by d.day) - d.minutes as before
      from local_days(s.starts_at, s.ends_at, s.time_zone) d
    ), wanted as (
      select date_trunc('month', day)::date as month,
             sum(greatest(0, least(minutes, s.held - before))) as held,
             sum(greatest(0, least(minutes, s.used - before))) as used
      from lying group by 1
    ), written as (
      select a.id as account, a.month,
             coalesce(-sum(e.amount) filter (where e.type in ('hold', 'release')), 0) as held,
             coalesce(-sum(e.amount) filter (where e.type in ('use', 'refund')), 0) as used
      from allowance_entry e join allowance_account a on a.id = e.account_id
      where e.cause = 'session' and e.cause_id = session_id
      group by a.id, a.month
    )
    select coalesce(x.month, w.month) as month, w.account,
           coalesce(x.held, 0) - coalesce(w.held, 0) as held, coalesce(x.used, 0) - coalesce(w.used, 0) as used
    from wanted x full join written w on w.month = x.month
    order by coalesce(x.held, 0) - coalesce(w.held, 0) + coalesce(x.used, 0) - coalesce(w.used, 0), 1
  loop
    continue when c.held = 0 and c.used = 0;
    account := coalesce(c.account, wallet_account(s.membership_id, s.plan, 'coaching_minutes', false, c.month, moment));
    if c.held < 0 then
      perform wallet_post(account, 'release', -c.held, 'session', s.id, null, session_key(s.id, s.version, account, 'release'), moment);
    end if;
    if c.used < 0 then
      perform wallet_post(account, 'refund', -c.used, 'session', s.id, null, session_key(s.id, s.version, account, 'refund'), moment);
    end if;
    if c.held > 0 then
      perform wallet_post(account, 'hold', c.held, 'session', s.id, null, session_key(s.id, s.version, account, 'hold'), moment);
    end if;
    if c.used > 0 then
      perform wallet_post(account, 'use', c.used, 'session', s.id, null, session_key(s.id, s.version, account, 'use'), moment);
    end if;
  end loop;
end $$;

create function session_key(session_id uuid, version integer, account uuid, line_type text) returns text
language sql immutable as $$
  select concat_ws(':', 'session', session_id, version, account, line_type)
$$;

-- Settles several sessions in order of their ids.
create function settle_sessions(session_ids uuid[], moment timestamptz) returns void
language plpgsql as $$
declare
  each uuid;
begin
  for each in select id from unnest(session_ids) id order by id loop
    perform settle_session(each, moment);
  end loop;
end $$;

-- Everything that the rules of a session are judged on: its site with the calendar, the coach, the assignment, those
-- who are to take part with the terms they come under, the room, and the cost. Null when there is no such site or coach.
create function session_facts(
  site uuid, coach uuid, assignment uuid, people uuid[], payer uuid, room uuid,
  period_start timestamptz, period_end timestamptz, except_session uuid, moment timestamptz
) returns jsonb
language sql stable as $$
  select site_calendar(s.id, period_start, period_end) || jsonb_build_object(
    'coach', jsonb_build_object(
      'id', p.person_id, 'status', p.status, 'remote', p.remote, 'remoteLink', p.remote_link, 'timeZone', p.time_zone,
      'noticeMinutes', p.minimum_notice_minutes, 'bufferMinutes', p.buffer_minutes,
      'serves', exists (select 1 from coach_site c where c.coach_id = p.person_id and c.site_id = s.id)),
    'assignment', (
      select jsonb_build_object('id', a.id, 'status', a.status, 'heldFrom', a.held_from, 'heldUntil', a.held_until)
      from coaching_assignment a where a.id = assignment),
    'people', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', x.id,
        'standing', standing(x.id, s.id),
        'applies', exists (
          select 1 from application f where f.person_id = x.id and f.site_id = s.id
            and f.status in ('submitted', 'returned', 'under_review', 'approved', 'waitlisted')),
        'wasMember', exists (
          select 1 from membership m where m.person_id = x.id and m.site_id = s.id and m.status <> 'offered'),
        'coached', exists (
          select 1 from coaching_assignment a where a.entrepreneur_id = x.id and a.coach_id = coach and a.status = 'active'),
        'ofTeam', exists (
          select 1 from coaching_assignment a
          left join membership m on m.id = a.membership_id
          left join venture_member v on v.venture_id = m.venture_id and v.person_id = x.id
            and v.starts_on <= (period_start at time zone s.time_zone)::date
            and (v.ends_on is null or v.ends_on >= (period_start at time zone s.time_zone)::date)
          where a.id = assignment and (a.entrepreneur_id = x.id or v.id is not null))) order by x.id), '[]')
      from unnest(people) x (id)),
    'payer', (
      select jsonb_build_object(
        'membershipId', m.id, 'status', m.status, 'visiting', false, 'ventureId', m.venture_id, 'planVersionId', m.plan_version_id,
        'access', 'opening_hours', 'eveningCloses', null,
        'terms', (select coalesce(jsonb_agg(jsonb_build_object('startsOn', t.starts_on, 'endsOn', t.ends_on) order by t.starts_on), '[]')
                  from membership_term t where t.membership_id = m.id),
        'pauses', (select coalesce(jsonb_agg(jsonb_build_object('startsOn', u.starts_on, 'endsOn', u.ends_on) order by u.starts_on), '[]')
                   from pause u where u.membership_id = m.id and u.status = 'approved'))
      from membership m where m.id = payer and m.status in ('scheduled', 'active', 'paused', 'suspended')),
    'room', (
      select jsonb_build_object(
        'id', r.id, 'name', r.name, 'kind', r.kind, 'status', r.status, 'capacity', r.capacity, 'siteId', r.site_id,
        'needsApproval', r.needs_approval, 'bufferMinutes', l.buffer_minutes)
      from resource r join resource_rule l on l.site_id = r.site_id and l.kind = r.kind where r.id = room),
    'quote', session_quote(payer, period_start, period_end, s.time_zone, except_session),
    -- Whether the coach is taken at that time: then the ledger answers, and not the hours.
    'coachTaken', exists (
      select 1 from occupation o
      where o.person_id = coach and o.cause_id is distinct from except_session
        and (o.expires_at is null or o.expires_at > moment)
        and tstzrange(o.starts_at, o.ends_at, '[)')
            && tstzrange(period_start, period_end + make_interval(mins => p.buffer_minutes), '[)')))
  from site s, coach_profile p
  where s.id = site and p.person_id = coach
$$;

