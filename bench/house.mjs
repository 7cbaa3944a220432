// A house to measure in: one site, a hundred desks and members with unlimited desks, straight into the tables.
import { randomUUID } from 'node:crypto';

const password = 'Saimaa-norppa-77';

/** A site and its members. */
export class House {
  siteId = randomUUID();
  resources = [];
  members = [];
  slot = 0;

  /**
   * @param name sets it apart from other houses in the same database: its site and its members bear it
   * @param unlimited of what members may have as much as they like
   */
  static async build(pool, { resources, members, built, name = 'bench', unlimited = ['desk_days'] }) {
    const house = new House();
    house.name = name;
    const { Passwords } = built('access/passwords.js');
    const { defaultRules } = built('sites/resource.rules.js');
    const hash = await new Passwords().hash(password);
    await house.furnish(pool, resources, defaultRules);
    await house.invite(pool, members, hash, unlimited);
    return house;
  }

  async furnish(pool, count, rules) {
    const { siteId } = this;
    await pool.query(
      `insert into site (id, slug, name, city, country, time_zone, fair_share_percent, created_at, updated_at)
       values ($1, $2, 'Bench', 'Lappeenranta', 'FI', 'Europe/Helsinki', 100, now(), now())`,
      [siteId, this.name],
    );
    await pool.query(
      `insert into opening_hours (id, site_id, weekday, opens, closes, valid_from)
       select gen_random_uuid(), $1, day, '00:00', '24:00', '2020-01-01' from generate_series(1, 7) day`,
      [siteId],
    );
    for (const rule of rules) {
      await pool.query(
        `insert into resource_rule (site_id, kind, grid_minutes, shortest_minutes, longest_minutes, notice_minutes, horizon_days,
           cancel_minutes, check_in_before_minutes, check_in_after_minutes, buffer_minutes)
         values ($1, $2, 15, 30, 1440, 0, 730, 120, 15, 15, 0)`,
        [siteId, rule.kind],
      );
    }
    this.resources = Array.from({ length: count }, () => randomUUID());
    await pool.query(
      `insert into resource (id, site_id, kind, name, created_at, updated_at)
       select id, $2, 'desk', 'Desk ' || n, now(), now() from unnest($1::uuid[]) with ordinality as d (id, n)`,
      [this.resources, siteId],
    );
  }

  async invite(pool, count, hash, unlimited) {
    const [plan, version] = [randomUUID(), randomUUID()];
    const { siteId } = this;
    await pool.query(`insert into plan (id, site_id, code, created_at) values ($1, $2, 'bench', now())`, [
      plan,
      siteId,
    ]);
    await pool.query(
      `insert into plan_version (id, plan_id, version, published_at, texts, term_months, max_renewals, total_months, price_cents,
         normal_price_cents, max_pauses, pause_days, access)
       values ($1, $2, 1, now(), '{}', 6, 1, 12, 0, 0, 1, 30, 'all_day')`,
      [version, plan],
    );
    await pool.query(
      `insert into plan_allowance (plan_version_id, kind, amount) select $1, kind, null from unnest($2::text[]) kind`,
      [version, unlimited],
    );
    const documents = [randomUUID(), randomUUID()];
    for (const [index, kind] of ['agreement', 'house_rules'].entries()) {
      await pool.query(
        `insert into document_version (id, site_id, kind, version, published_at, binding_locale, texts, hash)
         values ($1, $2, $3, 1, now(), 'en', '{"en": ""}', '')`,
        [documents[index], siteId, kind],
      );
    }
    this.members = Array.from({ length: count }, (_, i) => ({
      id: randomUUID(),
      email: `m${i}@${this.name}.example`,
      password,
    }));
    const ids = this.members.map(({ id }) => id);
    await pool.query(
      `with people as (
         insert into person (id, email, full_name, locale, password_hash, email_verified_at, privacy_notice,
           privacy_notice_accepted_at, created_at, updated_at)
         select id, email, 'Member', 'en', $3, now(), '1', now(), now(), now()
         from unnest($1::uuid[], $2::text[]) as p (id, email)
       ) select 1`,
      [ids, this.members.map(({ email }) => email), hash],
    );
    await pool.query(
      `insert into role_grant (id, person_id, role, site_id, created_at)
       select gen_random_uuid(), id, 'entrepreneur', $2, now() from unnest($1::uuid[]) id`,
      [ids, siteId],
    );
    await pool.query(
      `with m as (
         insert into membership (id, site_id, person_id, plan_id, plan_version_id, agreement_version_id, house_rules_version_id,
           status, starts_on, ends_on, offer_expires_at, accepted_at, acceptance_hash, created_at, updated_at)
         select gen_random_uuid(), $2, id, $3, $4, $5, $6, 'active', '2020-01-01', '2039-12-31', now(), now(), '', now(), now()
         from unnest($1::uuid[]) id returning id, person_id
       )
       insert into membership_term (id, membership_id, person_id, site_id, kind, starts_on, ends_on, plan_version_id, created_at)
       select gen_random_uuid(), id, person_id, $2, 'initial', '2020-01-01', '2039-12-31', $4, now() from m`,
      [ids, siteId, plan, version, ...documents],
    );
    const { rows } = await pool.query('select id, person_id from membership where site_id = $1', [siteId]);
    const memberships = new Map(rows.map((row) => [row.person_id, row.id]));
    for (const member of this.members) member.membershipId = memberships.get(member.id);
  }

  /** A time and a desk that nobody has taken yet: half an hour, desk by desk, from in two days on. */
  nextSlot() {
    const n = this.slot++;
    const start =
      Math.ceil(Date.now() / 86_400_000 + 2) * 86_400_000 + Math.floor(n / this.resources.length) * 1_800_000;
    return {
      resourceId: this.resources[n % this.resources.length],
      start: new Date(start).toISOString(),
      end: new Date(start + 1_800_000).toISOString(),
    };
  }
}
