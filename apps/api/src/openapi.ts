import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Env } from '#platform';
import { cookieName } from '#accounts';

/** The contract of the API. The committed copy (`apps/web/src/api/openapi.json`) must equal it. */
export function buildDocument(app: INestApplication, cookie = 'sid'): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Bangfu 帮扶')
    .setDescription('Case management for registered poor households. Errors are application/problem+json with a code of the catalogue.')
    .setVersion('1')
    .addCookieAuth(cookie, { type: 'apiKey', in: 'cookie', name: cookie }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}` });
  for (const schema of Object.values(document.components?.schemas ?? {})) allowNullInEnums(schema as Schema);
  return document;
}

interface Schema {
  nullable?: boolean;
  enum?: unknown[];
  properties?: Record<string, Schema>;
}

/** OpenAPI 3.0 wants null among the values of a nullable enum; without it generated clients and checks refuse null. */
function allowNullInEnums(schema: Schema): void {
  if (schema.nullable && schema.enum && !schema.enum.includes(null)) schema.enum.push(null);
  for (const property of Object.values(schema.properties ?? {})) allowNullInEnums(property);
}

/** `/api/openapi.json` and the browsable page `/api/docs`. */
export function serveDocument(app: INestApplication, env: Env): void {
  SwaggerModule.setup('api/docs', app, () => buildDocument(app, cookieName(env)), { jsonDocumentUrl: 'api/openapi.json' });
}
