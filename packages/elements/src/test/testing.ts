/** What tests use of @open-wc/testing, in one place. */
export { aTimeout, expect, fixture, fixtureCleanup, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { html as staticHtml, unsafeStatic } from '@open-wc/testing';

export { staticHtml as html, unsafeStatic };
