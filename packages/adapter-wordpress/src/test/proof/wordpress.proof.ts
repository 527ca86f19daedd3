/** Everything that is proven against a real WordPress, one after the other: there is one site. `pnpm prove:wordpress` runs it. */
import './live.ts';
import './conformance.ts';
