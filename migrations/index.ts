import { Foundation0001763000000001 } from './0001-foundation.js';
import { Divisions00021763000000002 } from './0002-divisions.js';
import { Accounts00031763000000003 } from './0003-accounts.js';
import { Households00041763000000004 } from './0004-households.js';
import { Eligibility00051763000000005 } from './0005-eligibility.js';
import { Procedures00061763000000006 } from './0006-procedures.js';
import { Imports00071763000000007 } from './0007-imports.js';
import { SessionState00081763000000008 } from './0008-session-state.js';
import { ListIndexes00091763000000009 } from './0009-list-indexes.js';
import { Teams00101763000000010 } from './0010-teams.js';
import { Attachments00111763000000011 } from './0011-attachments.js';
import { Measures00121763000000012 } from './0012-measures.js';
import { Help00131763000000013 } from './0013-help.js';
import { Care00141763000000014 } from './0014-care.js';
import { Sync00151763000000015 } from './0015-sync.js';
import { Checks00161763000000016 } from './0016-checks.js';
import { Comparisons00171763000000017 } from './0017-comparisons.js';
import { Questions00181763000000018 } from './0018-questions.js';
import { Samples00191763000000019 } from './0019-samples.js';
import { Findings00201763000000020 } from './0020-findings.js';
import { History00211763000000021 } from './0021-history.js';
import { Exports00221763000000022 } from './0022-exports.js';
import { CheckParameters00231763000000023 } from './0023-check-parameters.js';
import { SealedWork00241763000000024 } from './0024-sealed-work.js';
import { Prints00251763000000025 } from './0025-prints.js';
import { Boundaries00261763000000026 } from './0026-boundaries.js';
import { SpotCheckPhotos00271763000000027 } from './0027-spot-check-photos.js';
import { CopiesAndPauses00281763000000028 } from './0028-copies-and-pauses.js';
import { Briefs00291763000000029 } from './0029-briefs.js';
import { RefusedSpotChecks00301763000000030 } from './0030-refused-spot-checks.js';
import { HousePosition00311763000000031 } from './0031-house-position.js';
import { SettledSpotChecks00331763000000033 } from './0033-settled-spot-checks.js';
import { VillageChecks00341763000000034 } from './0034-village-checks.js';
import { CopiesByProcedure00351763000000035 } from './0035-copies-by-procedure.js';
import { ReleasesAndRecordedYears00361763000000036 } from './0036-releases-and-recorded-years.js';
import { ChecklistFiles00371763000000037 } from './0037-checklist-files.js';

/** All migrations in order; a class that is not listed here does not exist. */
export const migrations = [
  Foundation0001763000000001,
  Divisions00021763000000002,
  Accounts00031763000000003,
  Households00041763000000004,
  Eligibility00051763000000005,
  Procedures00061763000000006,
  Imports00071763000000007,
  SessionState00081763000000008,
  ListIndexes00091763000000009,
  Teams00101763000000010,
  Attachments00111763000000011,
  Measures00121763000000012,
  Help00131763000000013,
  Care00141763000000014,
  Sync00151763000000015,
  Checks00161763000000016,
  Comparisons00171763000000017,
  Questions00181763000000018,
  Samples00191763000000019,
  Findings00201763000000020,
  History00211763000000021,
  Exports00221763000000022,
  CheckParameters00231763000000023,
  SealedWork00241763000000024,
  Prints00251763000000025,
  Boundaries00261763000000026,
  SpotCheckPhotos00271763000000027,
  CopiesAndPauses00281763000000028,
  Briefs00291763000000029,
  RefusedSpotChecks00301763000000030,
  HousePosition00311763000000031,
  SettledSpotChecks00331763000000033,
  VillageChecks00341763000000034,
  CopiesByProcedure00351763000000035,
  ReleasesAndRecordedYears00361763000000036,
  ChecklistFiles00371763000000037,
];
