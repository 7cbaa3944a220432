// Whether the figures bite: a control is switched off, the attack on it is run again, and the figure that should notice
// has to miss its target.
import { Figures } from '../chaos/figures.mjs';
import { scenarios } from './scenarios.mjs';

/** Controls by their names, with the attack on each and the figure that notices. */
const controls = {
  roles: ['matrix', 'wrong cells', { only: /audit-events|reports.occupancy/ }],
  ownership: ['matrix', 'wrong cells', { only: /^GET .*\/bookings\/:id$/ }],
  signature: ['tokens', 'forgeries that were accepted'],
  attempts: ['guessing', 'tries of one account in fifteen minutes, in whatever disguise'],
  own_origin: ['crossing', 'that had an effect'],
  public_address: ['ssrf', 'connections to where only the house is'],
  holds_per_person: ['hoarding', 'places that one person held at any time'],
  whitelist: ['mass', 'that were accepted'],
};

/** Runs the attacks on a house with holes. */
export async function bite(target, options) {
  const figures = new Figures('bites', 'what the figures say when a control is switched off');
  for (const [control, [scenario, figure, more]] of Object.entries(controls)) {
    await target.house('switchOff', control);
    try {
      const { missed } = await scenarios[scenario].run(target, { size: 'reduced', full: false, ...options, ...more });
      figures.exactly(
        `without ${control}: ${figure}`,
        missed.some(({ name }) => name === figure) ? 'noticed' : 'unnoticed',
        'noticed',
      );
    } finally {
      await target.house('switchOn');
    }
  }
  return figures;
}
