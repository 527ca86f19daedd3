/** The log: JSON lines without personal data. Routes are logged as patterns, so that no id, token or query is ever in them. */
import { pino, type DestinationStream, type Logger } from 'pino';

const SECRET_PATHS = ['authorization', 'token', 'email', 'name', 'postcode', 'code', 'secret'];

export const createLog = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // A second fence: our own lines hold none of these.
      redact: { paths: SECRET_PATHS.flatMap((path) => [path, `*.${path}`, `*.*.${path}`]), censor: '[removed]' },
      serializers: { err: (error: Error & { code?: unknown }) => ({ type: error.name, code: error.code, message: error.message, stack: error.stack }) },
    },
    ...(destination ? [destination] : [pino.destination({ dest: 2, sync: false })]),
  );
