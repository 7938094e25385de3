import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { bool, int, nul, obj, open, page, ref, str, time, type Schema } from './schema.js';

/** What those who run the system see. */
export const OPERATORS_ANSWERS: Record<string, Schema> = {
  Readiness: obj(
    {
      ok: bool,
      checks: { type: 'object', additionalProperties: { ...open, properties: { ok: bool }, required: ['ok'] } },
      reason: str,
    },
    ['reason'],
  ),
  OpenRow: obj({
    id: str,
    topic: str,
    caseId: nul(str),
    createdAt: time,
    ageSeconds: int,
    attempts: int,
    lastError: nul(str),
    standing: str,
    behind: nul(str),
  }),
  OpenRowList: page('OpenRow'),
  SkippedRow: obj({ id: str, topic: str, caseId: nul(str), reason: str, by: str, skippedAt: time }),
  SkippedRowList: page('SkippedRow'),
};

/** Ready, or the same answer with 503 and the reason. */
export const AnswersReadiness = () =>
  applyDecorators(
    ...[200, 503].map((status) =>
      ApiResponse({ status, content: { 'application/json': { schema: ref('Readiness') } } }),
    ),
    ApiResponse({ status: '4XX', content: { 'application/problem+json': { schema: ref('Problem') } } }),
  );
