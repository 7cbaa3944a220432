// Where a process connects to, and a world of names for it that changes its mind.
import dns from 'node:dns';
import names from 'node:dns/promises';
import net from 'node:net';

/**
 * Notes every connection that this process begins, by the address that it really goes to. Names lead where `world.names`
 * says, turn by turn; an address of `world.places` stands for a server of this machine. Call it before anything else is
 * loaded.
 */
export function watchWaysOut() {
  const watch = {
    connections: [],
    world: { names: {}, places: {} },
    set(world) {
      this.world = world;
      this.connections = [];
    },
  };
  const turns = new Map();
  const found = (host) => {
    const answers = watch.world.names[host];
    if (!answers) throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
    const turn = turns.get(host) ?? 0;
    turns.set(host, turn + 1);
    return answers[Math.min(turn, answers.length - 1)].map((address) => ({ address, family: net.isIP(address) }));
  };

  const lookup = dns.lookup;
  dns.lookup = (host, options, done = options) => {
    if (!(host in watch.world.names)) return lookup(host, options, done);
    const all = found(host);
    if (options?.all) done(null, all);
    else done(null, all[0].address, all[0].family);
  };
  const ask = names.lookup;
  names.lookup = async (host, options) => {
    if (!(host in watch.world.names)) return ask(host, options);
    return options?.all ? found(host) : found(host)[0];
  };

  const { connect } = net.Socket.prototype;
  net.Socket.prototype.connect = function (...given) {
    // Node packs what `net.connect` was given into a list of its own before it comes by here.
    const options = Array.isArray(given[0]) ? given[0][0] : given[0];
    if (typeof options === 'object' && options.host) placed(options, watch);
    return connect.apply(this, given);
  };
  return watch;
}

const ofThisMachine = /^(127\.|0\.0\.0\.0$|::1?$|::ffff:(127\.|7f))/i;
const shut = { host: '127.0.0.1', port: 1 };

/** Lets a connection end at the server of this machine that stands for the address that it was allowed to go to. */
function placed(options, watch) {
  const { host, port, lookup } = options;
  const go = (address) => {
    watch.connections.push({ host, address, port: Number(port) });
    // Nobody else is bothered: what is neither a place nor this machine is a door that is shut.
    return watch.world.places[address] ?? (ofThisMachine.test(address) ? undefined : shut);
  };
  if (net.isIP(host)) {
    const place = go(host);
    if (place) Object.assign(options, place);
    return;
  }
  if (!lookup) return void watch.connections.push({ host, address: host, port: Number(port) });
  // The server's port is known before the look-up is: all places stand at one.
  const [somewhere] = Object.values(watch.world.places);
  if (somewhere && host in watch.world.names) options.port = somewhere.port;
  options.lookup = (name, how, done) =>
    lookup(name, how, (error, address, family) => {
      if (error) return done(error, address, family);
      const [first] = Array.isArray(address) ? address : [{ address, family }];
      const place = go(first.address);
      if (!place) return done(null, address, family);
      if (how.all) done(null, [{ address: place.host, family: 4 }]);
      else done(null, place.host, 4);
    });
}
