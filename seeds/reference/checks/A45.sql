-- Yearly records with blank compulsory items of the yearly form.
select y.county_code, y.village_code, y.household_id, null::uuid as member_id, null::uuid as subject_id, null::text as key,
  jsonb_build_object('missingCount', cardinality(b.items), 'missing', array_to_string(b.items, '、')) as vals
from household_year y
join household h on h.county_code = y.county_code and h.id = y.household_id and h.village_code >= $1 and h.village_code < $2 and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
cross join lateral (
  select array_remove(array[
    case when y.per_capita_income_fen is null then '人均纯收入' end,
    case when y.is_dilapidated is null then '是否危房户' end,
    case when y.safe_water is null then '是否解决安全饮用水' end,
    case when y.has_production_power is null then '是否通生产用电' end,
    case when y.has_electricity is null then '是否通生活用电' end,
    case when y.has_tv is null then '是否通广播电视' end,
    case when y.distance_to_road_km is null then '与村主干路距离' end,
    case when y.road_type is null then '入户路类型' end,
    case when y.housing_m2 is null then '住房面积' end,
    case when y.has_sanitary_toilet is null then '是否有卫生厕所' end,
    case when y.fuel_type is null then '主要燃料类型' end,
    case when y.in_cooperative is null then '是否加入农民专业合作组织' end,
    case when y.farmland_mu is null then '耕地面积' end,
    case when y.forest_mu is null then '林地面积' end,
    case when y.grassland_mu is null then '牧草地面积' end
  ], null) as items
) b
where y.village_code >= $1 and y.village_code < $2 and y.year = $3 and y.superseded_at is null and cardinality(b.items) > 0
