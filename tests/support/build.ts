import { buildWhatIsStale } from "../../electron/launch/build.ts";

/** Playwright's global set-up: the tests see the window as it is in the sources. */
export default function build(): void {
	buildWhatIsStale((line) => console.log(line));
}
