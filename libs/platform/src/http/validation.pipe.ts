import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { problem } from '#domain';

interface FieldFault {
  readonly field: string;
  readonly faults: string[];
}

function flatten(errors: ValidationError[], path = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    const own = error.constraints ? [{ field, faults: Object.keys(error.constraints) }] : [];
    return [...own, ...flatten(error.children ?? [], field)];
  });
}

/** Unknown fields are refused rather than dropped; nothing is converted by guessing. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false },
    stopAtFirstError: false,
    exceptionFactory: (errors) => problem('validation', { fields: flatten(errors) }),
  });
}
