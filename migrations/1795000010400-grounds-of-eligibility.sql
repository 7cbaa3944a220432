-- Why a rule of eligibility says what it says: a code with its facts beside the English sentence, so that everybody reads
-- it in their own language. What was judged before keeps its sentence alone.
alter table eligibility_result add column because text;
alter table eligibility_result add column facts jsonb not null default '{}';
