-- A15: near relatives of cadres (spouse, parents, children, brothers and sisters, grandparents, grandchildren) among the members
-- of households that enjoy policies. One hit per person.
with listed as materialized (
  select r.county_code, r.member_id, min(r.detail->>'cadreName') as cadre_name, min(r.detail->>'relation') as relation, max(r.list_on) as list_on
  from register_hit r
  where r.village_code >= $1 and r.village_code < $2 and r.register_code = 'cadre_relative'
    -- Whole words, so that 表兄、堂弟、侄子、外甥女、岳父、儿媳 are not taken for 兄、弟、子、女、父、媳.
    and r.detail->>'relation' ~ '^(之)?(配偶|夫|妻|夫妻|丈夫|妻子|父母|父|母|父亲|母亲|子女|子|女|儿子|女儿|[长次三]子|[长次三]女|养子|养女|养父|养母|兄弟姐妹|兄弟|姐妹|兄|弟|姐|妹|哥哥|弟弟|姐姐|妹妹|祖父母?|祖母|外祖父母?|外祖母|爷爷|奶奶|姥爷|姥姥|孙子女|孙子|孙女|外孙子女|外孙子?|外孙女)$'
  group by r.county_code, r.member_id
),
person as materialized (
  select m.village_code, m.household_id, l.*
  from listed l
  join member m on m.county_code = l.county_code and m.id = l.member_id and m.village_code >= $1 and m.village_code < $2
  where m.member_status = 'ACTIVE'
)
select p.county_code, p.village_code, p.household_id, p.member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('cadreName', p.cadre_name, 'relation', p.relation, 'listOn', p.list_on, 'status', h.status) as vals
from person p
join household h on h.county_code = p.county_code and h.id = p.household_id and h.village_code >= $1 and h.village_code < $2
where h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED')
