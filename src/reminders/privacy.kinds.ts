import { Kind, Reader } from './kind';
import { LetterLinks } from './letter-links';
import { wordsIn } from './templates/languages';
import { Draft } from './templates/letter';

interface Answer extends Record<string, unknown> {
  granted: boolean;
  reason: string;
}

const erasureAnswered: Kind<Answer> = {
  name: 'erasure_answered',
  audience: 'whoever asked to be erased',
  channels: ['mail'],
  canBeSwitchedOff: false,
  isUrgent: true,
  usefulUntil: 'the person has been erased, or a week has passed',
  facts: `
    select e.id as subject_id, 'answered' as occasion, e.person_id, e.answered_at as due_at,
           e.answered_at + interval '7 days' as useful_until
    from erasure_request e
    where e.answered_at > $2 and e.erased_at is null and e.answered_at + interval '7 days' > $1`,
  reread: `
    select e.outcome = 'granted' as granted, e.answer as reason,
           case when e.erased_at is not null then 'the person has been erased' end as pointless
    from erasure_request e where e.id = $1 and $2::timestamptz is not null for share of e`,
  draft: (answer: Answer, reader: Reader, links: LetterLinks): Draft => ({
    ...wordsIn(reader.locale).letters.erasure_answered(answer),
    details: [],
    link: links.home(),
  }),
};

/** What people are told about their own data. */
export const privacyKinds = [erasureAnswered] as Kind[];
