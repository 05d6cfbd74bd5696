/** Colours of deadlines and settings of statistical screens: data, by version. */
export const referencesSql = `
-- A finding is blue, yellow or red when so many days or fewer are left. Without a version in force the colour is "not set".
create table finding_colour (
  id uuid constraint finding_colour_pk primary key,
  blue_days integer not null,
  yellow_days integer not null,
  red_days integer not null,
  unit text not null check (unit in ('calendar', 'working')),
  source text not null,
  valid_from date not null,
  published_at timestamptz not null default app.now(),
  published_by uuid not null default app.actor(),
  constraint finding_colour_order check (red_days < yellow_days and yellow_days < blue_days)
);
create index finding_colour_in_force on finding_colour (valid_from, published_at);

-- A setting that differs from the one that the screen comes with; the newest holds.
create table screen_setting (
  id uuid constraint screen_setting_pk primary key,
  screen text collate "C" not null,
  name text collate "C" not null,
  value numeric not null,
  reason text not null,
  set_at timestamptz not null default app.now(),
  set_by uuid not null default app.actor()
);
create index screen_setting_newest on screen_setting (screen, name, set_at);
`;
