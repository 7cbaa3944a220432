import { CoachingLetters } from '../coaching';

export const coaching: CoachingLetters = {
  coach_asked: ({ founder, until }) => ({
    subject: `Would you coach ${founder}?`,
    heading: 'You are asked to coach somebody',
    body: [`Please answer by ${until}. Without an answer by then, the next coach is asked.`],
    action: 'Read and answer',
    after: ['You cannot take it on? Say so soon, so that nobody waits for nothing.'],
  }),
  coach_answer_due: ({ founder, until }) => ({
    subject: `Your answer is awaited: coaching ${founder}`,
    heading: 'Your answer is awaited',
    body: [`You have until ${until} to say whether you coach ${founder}.`],
    action: 'Answer now',
    after: [],
  }),
  coach_found: ({ coach, site }) => ({
    subject: `Your coach is ${coach}`,
    heading: 'You have a coach',
    body: [`${coach} coaches you at ${site} from now on. Choose a time for your first meeting.`],
    action: 'Book the first meeting',
    after: [],
  }),
  coach_answered: ({ coach, founder, answer, next }) => ({
    subject: {
      accepted: `${coach} coaches ${founder}`,
      declined: `${coach} declined to coach ${founder}`,
      expired: `${coach} did not answer about ${founder}`,
    }[answer],
    heading: {
      accepted: 'A coach has accepted',
      declined: 'A coach has declined',
      expired: 'A coach did not answer in time',
    }[answer],
    body:
      answer === 'accepted'
        ? []
        : [
            next
              ? 'The next coach has been asked already.'
              : 'Nobody else is on the list: please choose another coach.',
          ],
    action: 'Open the coaching of the site',
    after: [],
  }),
  coaching_ended: ({ coach, founder, isCoach }) => ({
    subject: isCoach ? `Your coaching of ${founder} has ended` : `Your coaching with ${coach} has ended`,
    heading: 'The coaching has ended',
    body: ['Thank you for the work you have done together.'],
    action: 'Open my coaching',
    after: isCoach ? [] : ['What you have written together stays yours, and you can take it along.'],
  }),
  session_confirmed: ({ other, date }) => ({
    subject: `Meeting: ${date}, ${other}`,
    heading: 'Your meeting is booked',
    body: [],
    action: 'Open the meeting',
    after: ['Plans changed? Move or cancel it a day ahead, so that nobody waits in vain.'],
  }),
  session_moved: ({ other, date }) => ({
    subject: `Moved: ${date}, meeting with ${other}`,
    heading: 'Your meeting has moved',
    body: ['It has another time or place now.'],
    action: 'Open the meeting',
    after: ['Does it not suit you? Move or cancel it in good time.'],
  }),
  session_cancelled: ({ other, site, date, by, several, closed }) => ({
    subject: several ? 'Cancelled: several meetings' : `Cancelled: ${date}, meeting with ${other}`,
    heading: several ? 'Your meetings are cancelled' : 'Your meeting is cancelled',
    body: [
      {
        reader: 'You have called it off.',
        other: 'The other side has called it off.',
        house: 'The oasis had to call it off. We are sorry.',
      }[by],
      ...(closed ? [`${site} takes no bookings now.`] : []),
    ],
    action: 'Find another time',
    after: [],
  }),
  session_left: ({ coach, founder, date, isCoach, entrepreneur, cause }) => ({
    subject: isCoach ? `One fewer: ${date}, without ${founder}` : `Without you: ${date}, meeting with ${coach}`,
    heading: isCoach ? 'Somebody takes part no more' : 'You take part no more',
    body: [
      isCoach
        ? {
            team: `${founder} is not in the team that day. The meeting takes place with the others.`,
            membership: `The membership of ${founder} does not cover that day. The meeting takes place with the others.`,
            entrepreneur: `The meeting is for ${entrepreneur}, who is not in the team that day. It takes place without ${founder}.`,
          }[cause]
        : {
            team: `You are not in the team that day. It meets ${coach} without you.`,
            membership: `Your membership does not cover that day. Your team meets ${coach} without you.`,
            entrepreneur: `The meeting is for ${entrepreneur}, who is not in your team that day. It takes place without you.`,
          }[cause],
    ],
    action: isCoach ? 'Open the meeting' : 'Open my coaching',
    after: [],
  }),
  session_tomorrow: ({ other, hours }) => ({
    subject: `Tomorrow: ${hours}, meeting with ${other}`,
    heading: 'Tomorrow you have a meeting',
    body: [],
    action: 'Open the meeting',
    after: [],
  }),
  session_soon: ({ other, hours }) => ({
    subject: `Soon: ${hours}, meeting with ${other}`,
    heading: 'Your meeting begins soon',
    body: [],
    action: 'Open the meeting',
    after: [],
  }),
  session_to_close: ({ other, date }) => ({
    subject: `Please close: ${date}, meeting with ${other}`,
    heading: 'How was the meeting?',
    body: ['Say who was there and how long it lasted, while it is fresh. The hours count only then.'],
    action: 'Close the meeting',
    after: [],
  }),
  feedback_asked: ({ other, day }) => ({
    subject: `How was your meeting with ${other}?`,
    heading: 'How was your meeting?',
    body: [`A minute of yours tells us whether the meeting of ${day} helped.`],
    action: 'Give feedback',
    after: ['Those who run the site see answers in groups only.'],
  }),
  notes_shared: ({ other, day }) => ({
    subject: `Notes of your meeting with ${other}`,
    heading: 'Notes have been shared with you',
    body: [`They belong to your meeting of ${day}.`],
    action: 'Read the notes',
    after: [],
  }),
  note_opened: ({ day }) => ({
    subject: 'A private note was opened',
    heading: 'An administrator has opened a private note',
    body: [
      `The note belongs to the meeting of ${day}. That is possible in an emergency only, is written down for good, and you are told of each time.`,
    ],
    action: 'Open the meeting',
    after: ['Do you find it wrong? Tell the managers of your site.'],
  }),
  action_items_due: ({ several, late }) => ({
    subject: several ? 'Your tasks are due' : 'Your task is due',
    heading: 'What you wanted to do',
    body: [late ? 'Something is past its day. Do it, move it, or drop it.' : 'This is due today.'],
    action: 'Open my tasks',
    after: [],
  }),
  calendar_clash: ({ other, date, several }) => ({
    subject: several
      ? 'Your calendar clashes with several meetings'
      : `Your calendar clashes: ${date}, meeting with ${other}`,
    heading: several ? 'You seem to be busy during meetings' : 'You seem to be busy during a meeting',
    body: ['Your calendar outside says that you are busy then. What we have agreed on stands until you decide.'],
    action: 'Keep or cancel',
    after: [],
  }),
  calendar_failing: ({ host }) => ({
    subject: `We cannot read your calendar (${host})`,
    heading: 'Your calendar cannot be read',
    body: [
      `For some hours we have not been able to read your calendar at ${host}. What we knew before still keeps times free.`,
    ],
    action: 'Check the address',
    after: ['New entries there do not keep anybody from booking you.'],
  }),
};
