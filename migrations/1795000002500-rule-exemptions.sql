-- What a manager let stand although a changed rule would not allow it any more: later checks and previews know.
create table rule_exemption (
  cause_id uuid not null,
  law text not null,
  cause text not null,
  site_id uuid not null references site (id),
  granted_at timestamptz not null,
  granted_by uuid references person (id),
  primary key (cause_id, law),
  constraint rule_exemption_cause check (cause in ('booking', 'session'))
);
create index rule_exemption_site on rule_exemption (site_id, granted_at);
