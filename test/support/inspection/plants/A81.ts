import type { CleanRegion, Row } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

function withoutYield(region: CleanRegion): Row {
  const { asset, assetYield, distributions } = region.project();
  for (const share of distributions) region.remove('asset_distribution', share);
  region.remove('asset_yield', assetYield);
  return asset;
}

/** No asset, no operator, no yield of an older asset, one listed household without its share; near: disposed of, public welfare, yield kept in part by the village, no yield of a new asset. */
export const plantA81: CheckPlant = {
  code: 'A81',
  fault(region, n) {
    const { id, asset, assetYield, distributions } = region.project();
    if (n % 3 === 0) {
      for (const share of distributions) region.remove('asset_distribution', share);
      region.remove('asset_yield', assetYield);
      region.remove('asset', asset);
      return [keyOf('A81', `project:${id}`)];
    }
    if (n % 3 === 1) {
      asset['operator_name'] = ' ';
      const older = withoutYield(region);
      older['acquired_on'] = `${region.year - 1}-12-31`;
      return [keyOf('A81', `asset:${String(asset['id'])}`), keyOf('A81', `asset:${String(older['id'])}`)];
    }
    region.remove('asset_distribution', distributions[0] ?? {});
    return [keyOf('A81', `yield:${String(asset['id'])}:${region.year}`)];
  },
  nearMiss(region, n) {
    const { asset, assetYield } = region.project();
    if (n % 3 === 0) Object.assign(asset, { operator_name: null, status: 'DISPOSED', status_reason: '报废' });
    if (n % 3 === 1) Object.assign(asset, { operator_name: null, ledger: 'PUBLIC_WELFARE' });
    if (n % 3 === 2) assetYield['amount_fen'] = Number(assetYield['amount_fen']) * 2;
    else withoutYield(region);
  },
};
