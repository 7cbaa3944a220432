-- What changed lately among the bookings: the message planner looks here every second, whatever the size of the table.
create index booking_updated on booking (updated_at);
