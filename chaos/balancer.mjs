// A load balancer as they are: takes turns, and when nobody opens the door asks the next one.
import http from 'node:http';

/** In front of several APIs. What was not accepted by one is given to another; what was accepted is never repeated. */
export class Balancer {
  turn = 0;
  /** Requests that found one door closed and went to another. */
  diverted = 0;
  agent = new http.Agent({ keepAlive: true, maxSockets: 256, timeout: 60_000 });

  static async before(addresses) {
    const balancer = new Balancer();
    balancer.addresses = addresses;
    balancer.server = http.createServer((asked, answer) => void balancer.take(asked, answer));
    await new Promise((resolve) => balancer.server.listen(0, '127.0.0.1', resolve));
    balancer.url = `http://127.0.0.1:${balancer.server.address().port}`;
    return balancer;
  }

  async take(asked, answer) {
    const pieces = [];
    for await (const piece of asked) pieces.push(piece);
    const body = Buffer.concat(pieces);
    const first = this.turn++;
    for (let tries = 0; tries < this.addresses.length; tries++) {
      const address = this.addresses[(first + tries) % this.addresses.length];
      const outcome = await this.pass(address, asked, body, answer);
      if (outcome === 'answered') return;
      if (outcome === 'broken') return void answer.destroy();
      this.diverted++;
    }
    answer.writeHead(502).end();
  }

  /** @returns `answered`, `refused` when the door was closed, `broken` when an accepted request had no answer */
  pass(address, asked, body, answer) {
    return new Promise((resolve) => {
      const { method, url, headers } = asked;
      const request = http.request(`${address}${url}`, { method, headers, agent: this.agent }, (response) => {
        const kept = { ...response.headers };
        for (const name of ['connection', 'keep-alive', 'transfer-encoding']) delete kept[name];
        answer.writeHead(response.statusCode, kept);
        response.on('error', () => resolve('broken'));
        response.on('end', () => (answer.end(), resolve('answered')));
        response.pipe(answer, { end: false });
      });
      request.on('error', ({ code }) => resolve(code === 'ECONNREFUSED' ? 'refused' : 'broken'));
      request.end(body);
    });
  }

  close() {
    this.agent.destroy();
    this.server.close();
    this.server.closeAllConnections();
  }
}
