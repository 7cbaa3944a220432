import { errorCodes, type FastifyInstance } from 'fastify';

/** Where programs that read mails post a form of one field by the word of RFC 8058, and the button of a page does. */
const places = /^\/api\/v1\/unsubscribe\//;

/**
 * Lets forms in where they have to be, and throws away what is in them: the address says everything. Everywhere else
 * they are refused as before, as a form is what another site could make a browser send.
 */
export function takeOneClicks(fastify: FastifyInstance): void {
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data']) {
    fastify.addContentTypeParser(type, { parseAs: 'string', bodyLimit: 1024 }, (request, _body, done) => {
      if (places.test(request.url)) done(null, undefined);
      else done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(type));
    });
  }
}
