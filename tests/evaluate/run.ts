/** `npm run evaluate -- NAME [--json]`: scores one part against data with known answers. See {@link answer}. */
import { answer } from "./answer.ts";
import { evaluations } from "./evaluations.ts";

process.exitCode = await answer(process.argv.slice(2), evaluations, console);
