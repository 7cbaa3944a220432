-- What is free is asked all day. PostgreSQL cannot know beforehand how short a period will be: in a long history it takes
-- a plan that is kept for dearer than one made for the parameters, and plans anew each time, which is a third of the
-- question's time. Here the plan is made once per session, and again whenever the server has counted the tables anew.
--
-- What is taken of each resource is gathered once, and so is until when each kind must stay free: a look into the ledger
-- for each resource costs four times as much, and one into the rules a quarter of the whole. Rows of the ledger are
-- never longer than `occupation_longest`, so a fixed look-back finds all of them.
create function free_places(
  site uuid, period_start timestamptz, period_end timestamptz, moment timestamptz,
  wanted_kind text, least_capacity integer, wanted_features text[]
) returns text
language plpgsql stable
set plan_cache_mode = force_generic_plan
as $$
begin
  return (
    with taken as materialized (
      select o.resource_id, min(o.starts_at) as first
      from occupation o
      where o.site_id = site and o.resource_id is not null
        and o.starts_at > period_start - interval '26 hours' and o.ends_at > period_start
        and o.starts_at < period_end + interval '1 hour'
        and (o.expires_at is null or o.expires_at > moment)
      group by o.resource_id
    ), kinds as materialized (
      select l.kind, period_end + make_interval(mins => l.buffer_minutes) as clean_at
      from resource_rule l
      where l.site_id = site
    )
    select string_agg(r.id || ':' || r.xmin, ' ' order by r.kind, r.capacity, r.name)
    from resource r
    join kinds k on k.kind = r.kind
    left join taken t on t.resource_id = r.id
    where r.site_id = site and r.status = 'active'
      and (wanted_kind is null or r.kind = wanted_kind) and r.capacity >= least_capacity
      and r.features @> wanted_features
      and (t.first is null or t.first >= k.clean_at));
end $$;
