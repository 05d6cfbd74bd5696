import { Injectable } from '@nestjs/common';
import { CryptoProvider } from '#platform';

/** Persons appear in screens under a number only: the same everywhere, and nobody finds the person by trying names. */
@Injectable()
export class PostNumbers {
  constructor(private readonly crypto: CryptoProvider) {}

  /** Number of a user under one office. */
  numberOf(userId: string, unit = ''): string {
    return this.crypto.blindIndex('screen post', `${userId} ${unit}`).slice(0, 8).toUpperCase();
  }
}
