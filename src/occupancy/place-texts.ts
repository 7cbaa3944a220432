import { Database } from '../platform/database/database';

/** So many places are remembered at most; a place takes half a kilobyte. */
const most = 20_000;

const texts = `
  select r.id || ':' || r.xmin as state, json_build_object(
    'id', r.id, 'siteId', r.site_id, 'kind', r.kind, 'name', r.name, 'capacity', r.capacity, 'features', r.features,
    'zone', r.zone, 'needsApproval', r.needs_approval, 'status', r.status,
    'position', case when r.position_x is null then null
                     else json_build_object('x', r.position_x, 'y', r.position_y) end)::text as text
  from resource r
  where r.id = any($1)`;

/**
 * Places as lists show them, as JSON text. To write a hundred of them anew costs many times what it costs to find out
 * which are free, so each is remembered under its id and the transaction that wrote it last (`xmin`): whoever changes
 * a place, and by whatever way, makes it another state, and the old text is never asked for again.
 */
export class PlaceTexts {
  private readonly known = new Map<string, string>();

  constructor(private readonly database: Database) {}

  /** The JSON list of places, each named by its state, `<id>:<xmin>`, as they were read a moment ago. */
  async listOf(states: readonly string[]): Promise<string> {
    const remembered = states.map((state) => this.known.get(state));
    const unknown = states.filter((_, n) => remembered[n] === undefined);
    const read = unknown.length > 0 ? await this.read(unknown) : undefined;
    // A place that changed in between is shown as it is now.
    const found = states.map((state, n) => remembered[n] ?? read?.get(idOf(state)));
    return `[${found.filter((text) => text !== undefined).join(',')}]`;
  }

  /** Remembers places as they are now. @returns them by id */
  private async read(states: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.read<{ state: string; text: string }>(texts, [states.map(idOf)], 'place_texts');
    if (this.known.size + rows.length > most) this.known.clear();
    for (const { state, text } of rows) this.known.set(state, text);
    return new Map(rows.map(({ state, text }) => [idOf(state), text]));
  }
}

const idOf = (state: string): string => state.slice(0, state.indexOf(':'));
