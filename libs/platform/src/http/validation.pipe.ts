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

const pipe = validationPipe();

/** Checks what came another way than as the body of a request (an operation of a phone) by the same rules. @throws `validation` */
export async function validated<T extends object>(shape: new () => T, given: unknown): Promise<T> {
  return (await pipe.transform(given, { type: 'body', metatype: shape })) as T;
}
