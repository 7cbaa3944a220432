import { lookup as resolve, LookupAddress, LookupOptions } from 'node:dns';

type Answer = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/**
 * A name look-up for connections that answers with allowed addresses only. It is the very look-up of the connection, so
 * a name that changes its address between a check and the call gains nothing.
 */
export function guardedLookup(
  isAllowed: (address: string) => boolean,
): (hostname: string, options: LookupOptions, answer: Answer) => void {
  return (hostname, options, answer) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        answer(error, []);
        return;
      }
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isAllowed(address))) {
        answer(Object.assign(new Error('The name leads to a private address.'), { code: 'EPRIVATE' }), []);
        return;
      }
      if (options.all) answer(null, addresses);
      else answer(null, first.address, first.family);
    });
  };
}
