-- What changed lately among the bookings: the message planner looks here every second, whatever the size of the table.
create index booking_updated on booking (updated_at);

-- Messages that are done are forgotten by age.
create index message_final on message (created_at) where status in ('sent', 'failed', 'void');
