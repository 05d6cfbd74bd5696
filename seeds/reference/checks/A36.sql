-- Totals of the four kinds of income and of the cost that are not the sum of their items; one row a household and kind.
with household_sums as (
  select y.county_code, y.village_code, y.household_id,
    y.wage_income_fen as wage_total, coalesce(y.wage_migrant_work_fen, 0) + coalesce(y.wage_public_post_fen, 0) + coalesce(y.wage_reward_fen, 0) + coalesce(y.wage_other_fen, 0) + coalesce(y.wage_unsplit_fen, 0) as wage_items,
    y.business_income_fen as business_total, coalesce(y.business_crop_fen, 0) + coalesce(y.business_livestock_fen, 0) + coalesce(y.business_forest_fruit_fen, 0) + coalesce(y.business_reward_fen, 0) + coalesce(y.business_other_fen, 0) + coalesce(y.business_unsplit_fen, 0) as business_items,
    y.property_income_fen as property_total, coalesce(y.property_asset_dividend_fen, 0) + coalesce(y.property_land_transfer_fen, 0) + coalesce(y.property_entrusted_farming_fen, 0) + coalesce(y.property_other_fen, 0) + coalesce(y.property_unsplit_fen, 0) as property_items,
    y.transfer_income_fen as transfer_total, coalesce(y.transfer_family_planning_fen, 0) + coalesce(y.transfer_minimum_allowance_fen, 0) + coalesce(y.transfer_extreme_poverty_fen, 0) + coalesce(y.transfer_pension_fen, 0) + coalesce(y.transfer_return_forest_fen, 0) + coalesce(y.transfer_public_forest_fen, 0) + coalesce(y.transfer_grassland_fen, 0) + coalesce(y.transfer_resettlement_fen, 0) + coalesce(y.transfer_ecology_other_fen, 0) + coalesce(y.transfer_ecology_unsplit_fen, 0) + coalesce(y.transfer_planting_fen, 0) + coalesce(y.transfer_land_fertility_fen, 0) + coalesce(y.transfer_insurance_aid_fen, 0) + coalesce(y.transfer_old_age_fen, 0) + coalesce(y.transfer_entitled_groups_fen, 0) + coalesce(y.transfer_disability_fen, 0) + coalesce(y.transfer_education_aid_fen, 0) + coalesce(y.transfer_disaster_relief_fen, 0) + coalesce(y.transfer_family_support_fen, 0) + coalesce(y.transfer_heating_fen, 0) + coalesce(y.transfer_coal_fen, 0) + coalesce(y.transfer_price_fen, 0) + coalesce(y.transfer_temporary_relief_fen, 0) + coalesce(y.transfer_donation_fen, 0) + coalesce(y.transfer_other_fen, 0) + coalesce(y.transfer_unsplit_fen, 0) as transfer_items,
    y.business_cost_fen as business_cost_total, coalesce(y.business_cost_crop_fen, 0) + coalesce(y.business_cost_livestock_fen, 0) + coalesce(y.business_cost_forest_fruit_fen, 0) + coalesce(y.business_cost_farm_inputs_fen, 0) + coalesce(y.business_cost_depreciation_lease_fen, 0) + coalesce(y.business_cost_utilities_fuel_fen, 0) + coalesce(y.business_cost_land_lease_fen, 0) + coalesce(y.business_cost_fodder_fen, 0) + coalesce(y.business_cost_veterinary_fen, 0) + coalesce(y.business_cost_breeding_stock_fen, 0) + coalesce(y.business_cost_sales_communication_fen, 0) + coalesce(y.business_cost_other_fen, 0) + coalesce(y.business_cost_unsplit_fen, 0) as business_cost_items
  from household_year y
  where y.village_code >= $1 and y.village_code < $2 and y.year = $3 and y.superseded_at is null
  offset 0
)
select y.county_code, y.village_code, y.household_id, null::uuid as member_id, null::uuid as subject_id, y.household_id || ':' || g.kind as key,
  jsonb_build_object('group', g.label, 'totalFen', g.total, 'sumFen', g.items) as vals
from (
  -- Few years have such a fault: they are told apart here, before each is laid out kind by kind.
  select s.* from household_sums s
  where coalesce(s.wage_total, 0) <> s.wage_items
    or coalesce(s.business_total, 0) <> s.business_items
    or coalesce(s.property_total, 0) <> s.property_items
    or coalesce(s.transfer_total, 0) <> s.transfer_items
    or coalesce(s.business_cost_total, 0) <> s.business_cost_items
) y
join household h on h.county_code = y.county_code and h.id = y.household_id and h.village_code >= $1 and h.village_code < $2 and h.status in ('REGISTERED', 'PRE_EXIT', 'RETURNED', 'EXITED_ENTITLED', 'EXITED_NOT_ENTITLED')
cross join lateral (
  values
    ('wage', '工资性收入', y.wage_total, y.wage_items),
    ('business', '生产经营性收入', y.business_total, y.business_items),
    ('property', '财产性收入', y.property_total, y.property_items),
    ('transfer', '转移性收入', y.transfer_total, y.transfer_items),
    ('business_cost', '生产经营性支出', y.business_cost_total, y.business_cost_items)
) g(kind, label, total, items)
where coalesce(g.total, 0) <> g.items
