import { Injectable } from '@nestjs/common';
import { problem, uuidV7, type ScreenDefinition } from '#domain';
import { Db } from '#platform';
import * as sql from './settings.queries.js';

export interface SettingInForce {
  readonly name: string;
  readonly zh: string;
  readonly unit: string;
  readonly value: number;
  readonly origin: string;
}

/** How sharply a screen looks: as it comes, unless somebody has set it otherwise with a reason. */
@Injectable()
export class ScreenSettings {
  constructor(private readonly db: Db) {}

  async of(screen: ScreenDefinition): Promise<SettingInForce[]> {
    const changed = (await this.db.query<sql.SettingRow>(sql.changedSettings)).filter((row) => row.screen === screen.code);
    return screen.settings.map(({ name, zh, unit, value, origin }) => {
      const own = changed.find((row) => row.name === name);
      return { name, zh, unit, value: own?.value ?? value, origin: own?.reason ?? origin };
    });
  }

  /** @throws `screen.unknown-setting` for a name that the screen does not have or a value out of its range */
  async set(screen: ScreenDefinition, { name, value, reason }: { readonly name: string; readonly value: number; readonly reason: string }): Promise<void> {
    const known = screen.settings.find((setting) => setting.name === name);
    if (!known || value < known.min || value > known.max) throw problem('screen.unknown-setting', { name });
    await this.db.query(sql.insertSetting, [uuidV7(), screen.code, name, value, reason.trim()]);
  }
}
