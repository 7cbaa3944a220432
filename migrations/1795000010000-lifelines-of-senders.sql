-- Under which number a sender has claimed a message. The sender holds an advisory lock of that number for as long as it
-- lives, so that others can tell at once when it has died; null when only the end of the claim tells.
alter table message add column claimed_by integer;
