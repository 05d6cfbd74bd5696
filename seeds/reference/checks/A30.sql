-- A30: households that had exited by the end of the year and whose house is recorded as dilapidated or graded C or D in it. One
-- hit per household.
select y.county_code, y.village_code, y.household_id, null::uuid as member_id, y.household_id as subject_id, null::text as key,
  jsonb_build_object('housingGrade', y.housing_grade, 'isDilapidated', y.is_dilapidated, 'renovationYear', y.housing_renovation_year, 'exitYear', f.exit_year,
    'isRelocated', f.is_relocated, 'status', f.status) as vals
from household_year y
join household_fact f on f.county_code = y.county_code and f.household_id = y.household_id and f.year = y.year
where y.village_code >= $1 and y.village_code < $2 and y.year = $3 and y.superseded_at is null and (y.is_dilapidated or y.housing_grade in ('C', 'D'))
  and f.village_code >= $1 and f.village_code < $2 and f.year = $3 and f.status in ('EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
