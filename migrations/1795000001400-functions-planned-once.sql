-- The functions of the booking command ask the same few questions by key, thousands of times: their plans are made once
-- per session and kept. Planning them anew each time took most of the command's time. Statements of the application
-- itself are not touched; some of them depend on being planned for their parameters.
alter function open_booking(uuid, uuid, uuid, text, integer, text[], timestamptz, timestamptz, timestamptz, text, bytea)
  set plan_cache_mode = force_generic_plan;
alter function write_booking(jsonb, uuid, smallint, uuid, text, timestamptz) set plan_cache_mode = force_generic_plan;
alter function booking_facts(uuid, uuid, timestamptz, timestamptz, timestamptz, uuid)
  set plan_cache_mode = force_generic_plan;
alter function settle_booking(uuid, timestamptz, timestamptz, timestamptz) set plan_cache_mode = force_generic_plan;
