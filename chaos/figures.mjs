// Figures with their targets: what is printed, written as JSON, and decides the exit code.

export const quantile = (values, q) => {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * q) - 1)];
};

/** The figures of one scenario. */
export class Figures {
  rows = [];

  constructor(scenario, title) {
    this.scenario = scenario;
    this.title = title;
  }

  /** A count that must be exactly so. `examples` are shown when it is not. */
  exactly(name, found, target, examples = []) {
    this.add(name, found, `= ${target}`, found === target, examples);
  }

  none(name, found, examples = []) {
    const list = Array.isArray(found) ? found : undefined;
    this.exactly(name, list ? list.length : found, 0, list ?? examples);
  }

  atMost(name, found, target, unit = '') {
    this.add(name, rounded(found), `<= ${rounded(target)}${unit && ` ${unit}`}`, found <= target, [], unit !== '');
  }

  atLeast(name, found, target, unit = '') {
    this.add(name, rounded(found), `>= ${rounded(target)}${unit && ` ${unit}`}`, found >= target);
  }

  /** Of a house without its laws: every one of these counts must have missed its target there. */
  found(name, broken, wanted) {
    const noticed = new Set(broken.missed.map((row) => row.name));
    this.exactly(name, wanted.filter((one) => noticed.has(one)).length, wanted.length, wanted);
  }

  /** A number to know, without a target. */
  note(name, found) {
    this.add(name, typeof found === 'number' ? rounded(found) : found, '', true);
  }

  add(name, found, target, met, examples = [], isTime = false) {
    const row = { scenario: this.scenario, name, found, target, met, isTime };
    this.rows.push(met ? row : { ...row, examples: examples.slice(0, 5) });
  }

  get missed() {
    return this.rows.filter(({ met }) => !met);
  }

  print(say) {
    say(`\n${this.scenario}  ${this.title}`);
    for (const { name, found, target, met, examples } of this.rows) {
      say(`  ${met ? ' ' : '!'} ${name.padEnd(66)} ${String(found).padStart(10)}  ${target}${met ? '' : '   MISSED'}`);
      for (const example of examples ?? []) say(`      ${JSON.stringify(example)}`);
    }
  }
}

const rounded = (value) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value);
