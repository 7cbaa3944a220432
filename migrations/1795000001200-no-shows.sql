-- Until when too many no-shows keep a person from booking ahead at a site; null when nothing does. A strike that was
-- forgiven does not count, and none counts for longer than the site remembers.
create function no_show_block(person uuid, site uuid, moment timestamptz) returns timestamptz
language sql stable as $$
  select case when count(k.id) >= s.no_show_strikes then max(k.at) + make_interval(days => s.no_show_block_days) end
  from site s
  left join no_show_strike k
    on k.site_id = s.id and k.person_id = no_show_block.person and k.forgiven_at is null
   and k.at > moment - make_interval(days => s.no_show_days) and k.at <= moment
  where s.id = no_show_block.site
  group by s.id
$$;
