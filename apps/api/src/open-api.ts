import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ANSWER_SCHEMAS } from './dto/answers.js';
import { PAYLOAD_SHAPES } from './dto/commands.js';

/** The description of every route, made from the routes themselves when somebody first asks. */
export class OpenApiDocument {
  application?: INestApplication;
  private made?: OpenAPIObject;

  get document(): OpenAPIObject {
    if (!this.application) throw new Error('described before it was made');
    return (this.made ??= describe(this.application));
  }
}

export function describe(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('School licensing · 民办学校行政许可')
    .setDescription(
      'Errors are application/problem+json with a stable code. Writes are idempotent by commandId. Legal dates are plain dates in Asia/Shanghai.',
    )
    .setVersion('0.1.0')
    .addCookieAuth('session')
    .build();
  const document = SwaggerModule.createDocument(app, config, { extraModels: [...PAYLOAD_SHAPES] as never[] });
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...(ANSWER_SCHEMAS as Record<string, never>) },
  };
  return document;
}
