-- A booking of a series points at a series that is there. New rows first, then those that are there already.
alter table booking add constraint booking_series_id_fkey foreign key (series_id) references booking_series (id) not valid;
alter table booking validate constraint booking_series_id_fkey;

-- Planning messages asks every second what has been offered lately.
create index replacement_offered on replacement (offered_at);
