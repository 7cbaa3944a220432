-- The code that lies on a desk. Neither column opens anything to whoever reads the table alone: a code is looked up by
-- its hash, and what the manager prints is sealed with a key that is not in the database.
create table check_in_code (
  resource_id uuid primary key references resource (id),
  code_hash bytea not null,
  sealed bytea not null,
  issued_at timestamptz not null,
  issued_by uuid references person (id),
  constraint check_in_code_hash unique (code_hash)
);
