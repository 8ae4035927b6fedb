import { buildWhatIsStale } from "../../electron/launch/build.ts";
import { whyNoElectron } from "./real-electron.ts";

/** Playwright's global set-up: the tests see the window as it is in the sources. */
export default function build(): void {
	buildWhatIsStale((line) => console.log(line));
	const reason = whyNoElectron();
	if (reason) console.log(`The tests in a real Electron do not run: ${reason}.`);
}
