// Typed and linted with the pages, which know the browser; run here.
jest.requireActual('../../apps/web/test/field-store.checks.js');
