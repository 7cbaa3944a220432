-- The wallet's own doors. An account is opened with its monthly grant the first time anybody needs it (the timetable
-- opens those of the month at the site's midnight); after that only wallet_post changes it, line by line.

-- The account of a membership for a kind and a month, with the grant of its plan version in it. Kinds that a plan
-- shares are looked for in the wallet of the lead's membership, with the lead's plan.
create function wallet_account(
  owner uuid, owner_plan uuid, wanted_kind text, is_visiting boolean, wanted_month date, moment timestamptz
) returns uuid
language plpgsql as $$
declare
  account uuid;
  wallet uuid := owner;
  plan uuid := owner_plan;
  offered record;
begin
  select m.lead_membership_id, l.plan_version_id into wallet, plan
  from membership m
  join plan_allowance a on a.plan_version_id = owner_plan and a.kind = wanted_kind and a.shared
  join membership l on l.id = m.lead_membership_id
  where m.id = owner and not is_visiting;
  if not found then
    wallet := owner;
    plan := owner_plan;
  end if;

  select id into account from allowance_account
  where membership_id = wallet and kind = wanted_kind and visiting = is_visiting and month = wanted_month;
  if found then
    return account;
  end if;

  select a.amount, a.amount is null as unlimited into offered
  from plan_allowance a where a.plan_version_id = plan and a.kind = wanted_kind;
  insert into allowance_account (id, membership_id, kind, visiting, month, unlimited)
  values (gen_random_uuid(), wallet, wanted_kind, is_visiting, wanted_month, coalesce(offered.unlimited, false))
  on conflict do nothing returning id into account;
  if account is null then
    select id into account from allowance_account
    where membership_id = wallet and kind = wanted_kind and visiting = is_visiting and month = wanted_month;
  elsif offered.amount > 0 then
    perform wallet_post(account, 'grant', offered.amount, 'month', wallet, wanted_month, 'grant:' || account, moment);
  end if;
  return account;
end $$;

-- Writes one line and moves the sums of its account; a line whose key is known is not written again. Amounts are given
-- without sign. A line that would overdraw the account breaks ledger_balance.
create function wallet_post(
  account uuid, line_type text, size numeric, why text, why_id uuid, on_date date, line_key text, moment timestamptz
) returns void
language plpgsql as $$
begin
  insert into allowance_entry (id, account_id, type, amount, cause, cause_id, local_date, key, at)
  values (gen_random_uuid(), account, line_type,
          case when line_type in ('grant', 'release', 'refund') then size else -size end,
          why, why_id, on_date, line_key, moment)
  on conflict (key) do nothing;
  if found then
    update allowance_account set
      granted = granted + case line_type when 'grant' then size when 'lapse' then -size else 0 end,
      held = held + case line_type when 'hold' then size when 'release' then -size else 0 end,
      used = used + case line_type when 'use' then size when 'refund' then -size else 0 end
    where id = account;
  end if;
end $$;

-- What is left of an account that may not have been opened yet; null is unlimited.
create function wallet_left(owner uuid, owner_plan uuid, wanted_kind text, is_visiting boolean, wanted_month date)
returns numeric
language sql stable as $$
  with wallet as (
    select coalesce(l.id, owner) as id, coalesce(l.plan_version_id, owner_plan) as plan
    from (select 1) one
    left join plan_allowance a on a.plan_version_id = owner_plan and a.kind = wanted_kind and a.shared and not is_visiting
    left join membership m on m.id = owner and a.kind is not null
    left join membership l on l.id = m.lead_membership_id
  )
  select case
    when c.id is null then (
      select coalesce((select case when a.amount is null then 'Infinity'::numeric else a.amount end
                       from plan_allowance a where a.plan_version_id = w.plan and a.kind = wanted_kind), 0))
    when c.unlimited then 'Infinity'::numeric
    else c.granted - c.held - c.used end
  from wallet w
  left join allowance_account c
    on c.membership_id = w.id and c.kind = wanted_kind and c.visiting = is_visiting and c.month = wanted_month
$$;
