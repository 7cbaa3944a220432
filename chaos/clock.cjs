// Required first by the programs of a house whose clock is to be wrong: `new Date()` and `Date.now()` follow an offset
// in milliseconds that stands in the file CHAOS_CLOCK.
const { readFileSync } = require('node:fs');

const file = process.env.CHAOS_CLOCK;
const Wall = Date;
let offset = 0;
const look = () => {
  const text = readFileSync(file, 'utf8');
  if (text !== '') offset = Number(text);
};
look();
setInterval(look, 20).unref();

globalThis.Date = class Date extends Wall {
  constructor(...given) {
    if (given.length === 0) super(Wall.now() + offset);
    else super(...given);
  }

  static now() {
    return Wall.now() + offset;
  }
};
