-- The last word on extras: whatever path a booking takes, at the end of its transaction no more of an extra is taken at
-- any instant than there is. The commands say so kindly first; this is for the path that forgot to ask. It looks only at
-- what takes more than before: an extra that is added, a booking that becomes longer, earlier, or alive again.
create function keep_extra_stock() returns trigger
language plpgsql as $$
declare
  of_booking uuid := case when tg_table_name = 'booking' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'booking_id' end;
  x record;
begin
  for x in
    select e.id, b.site_id, b.starts_at, b.ends_at
    from booking_extra t join booking b on b.id = t.booking_id join extra e on e.id = t.extra_id
    where t.booking_id = of_booking and t.withdrawn_at is null and b.status in ('requested', 'confirmed', 'checked_in')
    order by e.id
  loop
    perform 1 from extra where id = x.id for no key update;
    if extra_peak(x.id, x.site_id, x.starts_at, x.ends_at, null) > (select stock from extra where id = x.id) then
      raise exception 'more of an extra would be taken than there is'
        using errcode = 'check_violation', constraint = 'extra_stock', table = 'booking_extra';
    end if;
  end loop;
  return null;
end $$;

create constraint trigger extra_stock after insert or update on booking_extra
  deferrable initially deferred for each row execute function keep_extra_stock();

create constraint trigger extra_stock after update of starts_at, ends_at, status on booking
  deferrable initially deferred for each row
  when (new.status in ('requested', 'confirmed', 'checked_in')
        and (old.status not in ('requested', 'confirmed', 'checked_in')
             or new.starts_at < old.starts_at or new.ends_at > old.ends_at))
  execute function keep_extra_stock();
