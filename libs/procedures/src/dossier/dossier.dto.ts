import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

export class DossierQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, description: '1 = at the decision, 2 = after the announcement; the newest when absent' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : value))
  @IsInt()
  @Min(1)
  @Max(100)
  sequence?: number;
}
