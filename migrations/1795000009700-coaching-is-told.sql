-- What the planner of messages asks for each second about coaching is found by an index.
create index session_note_shared on session_note (shared_at) where shared_at is not null;
create index note_opening_at on note_opening (at);
create index coaching_assignment_updated on coaching_assignment (updated_at);
