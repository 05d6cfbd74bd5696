import { Permission } from '#domain';
import { useMay } from '../../session/me.js';
import type { Household } from '../households/households.api.js';
import { HouseholdPairings } from '../helpers/household-pairings.js';
import { HouseholdVisits } from '../visits/household-visits.js';
import { Due } from './household/due.js';
import { HouseholdAssignments } from './household/household-assignments.js';
import { HouseholdPayments } from './household/household-payments.js';
import { HouseholdPlans } from './household/household-plans.js';
import './help.css';

/** All help of one household: what it is due, what is planned, given and paid, who helps it, who was there. */
export function HouseholdHelpTab({ household }: { household: Household }) {
  const may = useMay();
  return (
    <>
      {may(Permission.EntitlementRead) && <Due householdId={household.id} />}
      {may(Permission.MeasureRead) && <HouseholdAssignments household={household} />}
      {may(Permission.MeasureRead) && <HouseholdPlans household={household} />}
      {may(Permission.PaymentRead) && <HouseholdPayments householdId={household.id} />}
      {may(Permission.TeamRead) && <HouseholdPairings householdId={household.id} />}
      {may(Permission.VisitRead) && <HouseholdVisits householdId={household.id} />}
    </>
  );
}
