import { mergeConfig } from 'vite';
import { fakeApi } from './test-support/fake-api';
import base from './vite.config';

/** The page against a pretended server, for looking at it without the product. */
export default mergeConfig(base, { plugins: [fakeApi()], server: { port: 4174 }, preview: { port: 4174 } });
