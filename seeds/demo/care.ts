import type { INestApplicationContext } from '@nestjs/common';
import { CareDerivation } from '#care';
import { Db, systemActor } from '#platform';

/** Somebody looked in on every third person of each register: enough for lists with and without contacts. */
const demoContacts = `
insert into care_contact (county_code, id, village_code, entry_id, register_code, household_id, member_id, contacted_on, way, met, found, needs_help, contracted)
select e.county_code, app.uuid_v7(), e.village_code, e.id, e.register_code, e.household_id, e.member_id, app.today(),
  (array['VISIT', 'PHONE', 'VISIT', 'VIDEO'])[1 + e.n % 4], '本人', (array['生活正常，无新增需求', '身体状况稳定，按时服药', '希望联系学校了解学习情况', '冬季取暖需要帮助'])[1 + e.n % 4],
  e.n % 4 >= 2, case when e.register_code = 'contracted_service' then e.n % 5 > 0 end
from (
  select e.*, row_number() over (partition by e.register_code order by e.village_code, e.id)::integer as n
  from care_entry e where e.county_code = $1 and e.verdict = 'met' and e.until is null
) e
where e.n % 3 = 0`;

/** Derives the registers of one county of the demo and records contacts on them; a second start finds them there. */
export async function seedDemoCare(app: INestApplicationContext, countyCode: string): Promise<void> {
  await app.get(CareDerivation).deriveCounty(countyCode);
  const db = app.get(Db);
  await db.run({ actor: systemActor(countyCode) }, () => db.query(demoContacts, [countyCode]));
}
