const withHeads = (page: string, order: string) => `
with page as (${page})
select p.*,
  (select h.head_name from household h where h.county_code = p.county_code and h.id = p.household_id) as head_name,
  (select h.head_name from household h where h.county_code = p.county_code and h.id = p.settled_household_id) as settled_head_name
from page p order by ${order}`;

const byVillage = (box: string) => withHeads(`
  select c.* from risk_clue c
  where c.village_code >= $1 and c.village_code < $2 and ($3::text is null or c.county_code = $3)${box}
    and ($4::text is null or c.village_code >= $4)
    and ($4::text is null or (c.village_code, c.id) > ($4, $5::uuid))
  order by c.village_code, c.id limit $6`, 'p.village_code, p.id');

/** Clues of a division: $1 from and $2 to village, $3 county or null, $4 village and $5 id of the cursor, $6 limit. */
export const cluesOfDivision = { open: byVillage(" and c.status <> 'SETTLED'"), all: byVillage('') } as const;

/** Clues about one household, the latest first: $1 county, $2 household, $3 id of the cursor, $4 limit. */
export const cluesOfHousehold = withHeads(`
  select c.* from risk_clue c
  where c.county_code = $1 and c.household_id = $2::uuid and ($3::uuid is null or c.id < $3::uuid)
  order by c.id desc limit $4`, 'p.id desc');
