-- Why the house calls something off by itself: a code, which everybody reads in their own language. The words of people
-- stay in `reason`; what was called off before this keeps the sentence that stands there.
alter table booking add column because text;
alter table coaching_session add column because text;
