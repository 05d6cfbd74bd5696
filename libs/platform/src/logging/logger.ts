import type { Params } from 'nestjs-pino';
import type { Env } from '../config/env.js';
import { requestIdOf, routeOf, type HttpRequest } from '../http/request.js';

/**
 * Structured lines with request id, route template, actor and duration. No URL, no body, no header: names and ID numbers
 * must not reach a log.
 */
export function loggerOptions(env: Env): Params {
  return {
    pinoHttp: {
      level: env.logLevel,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      redact: { paths: ['*.password', '*.idNo', '*.name', '*.phone', '*.bankAccountNo', '*.housePosition'], censor: '[redacted]' },
      genReqId: (request) => requestIdOf(request as unknown as HttpRequest),
      serializers: {
        req: (request: { id: string; method: string }) => ({ id: request.id, method: request.method }),
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
        err: (error: { type?: string; code?: unknown }) => ({ type: error.type, code: error.code }),
      },
      customSuccessMessage: (request) => routeOf(request as unknown as HttpRequest),
      customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'debug'),
    },
  };
}
