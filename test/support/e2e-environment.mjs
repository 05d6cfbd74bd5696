import { TestEnvironment } from 'jest-environment-node';

/** Node, and a picture of every open page at the moment a browser test fails: artifacts/web/failed-*.png. */
export default class E2eEnvironment extends TestEnvironment {
  async handleTestEvent(event) {
    if (event.name === 'test_fn_failure') await this.global.takePicturesOfFailure?.(event.test.name);
  }
}
