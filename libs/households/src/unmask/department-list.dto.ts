import { ApiProperty } from '@nestjs/swagger';
import { IsDateString, IsIn, IsString, Length } from 'class-validator';
import { unmaskPurposeCodes } from './purposes.js';

/** What is said of another department's list: whose it is, of which day, and what it is compared for. */
export class DepartmentList {
  @ApiProperty({ minLength: 2, maxLength: 100, description: 'Department that the list comes from' })
  @IsString() @Length(2, 100)
  department!: string;

  @ApiProperty({ enum: unmaskPurposeCodes })
  @IsIn(unmaskPurposeCodes)
  purposeCode!: string;

  @ApiProperty({ minLength: 5, maxLength: 200, description: 'What the comparison is for; recorded' })
  @IsString() @Length(5, 200)
  purpose!: string;

  @ApiProperty({ format: 'date', description: 'Day for which the list stands' })
  @IsDateString({ strict: true }) @Length(10, 10)
  listOn!: string;
}
