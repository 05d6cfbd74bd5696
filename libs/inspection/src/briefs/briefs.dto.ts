import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsDateString, IsString, Length, Matches, MaxLength } from 'class-validator';
import { MOST_BRIEF_ANSWERS } from '#domain';

export class BriefRequest {
  @ApiProperty({ type: 'string', minLength: 2, maxLength: 100 })
  @IsString() @Length(2, 100) @Matches(/^[^\0]*\S[^\0]*$/)
  title!: string;

  @ApiProperty({ type: 'string', format: 'date', description: 'First day of the period that it is about' })
  @IsDateString({ strict: true }) @Length(10, 10)
  from!: string;

  @ApiProperty({ type: 'string', format: 'date', description: 'Last day of the period' })
  @IsDateString({ strict: true }) @Length(10, 10)
  to!: string;

  @ApiProperty({ type: [String], minItems: 1, maxItems: MOST_BRIEF_ANSWERS, description: 'Frozen answers in the order wanted' })
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(MOST_BRIEF_ANSWERS) @ArrayUnique() @MaxLength(60, { each: true })
  answers!: string[];

  @ApiProperty({ type: 'string', minLength: 4, maxLength: 200, description: 'What it is for; stays with the file and stands in it' })
  @IsString() @MaxLength(200) @Matches(/^\s*\S[^\0]{2,}\S\s*$/)
  purpose!: string;
}
