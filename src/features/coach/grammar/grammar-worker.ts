/** The grammar checker's worker: Harper, whose WebAssembly is a file of the build beside this one. */
import { slimBinary } from "harper.js/slimBinary";
import { createLinter } from "#domain/feedback/language/grammar/harper.ts";
import type { Line } from "../engine/protocol.ts";
import { mustBeThere } from "./away.ts";
import type { FromGrammar, ToGrammar } from "./protocol.ts";
import { serveGrammar } from "./serve.ts";

const scope: Line<FromGrammar, ToGrammar> = self;
serveGrammar(scope, async (dialect) => {
	await mustBeThere(slimBinary.url);
	return createLinter(slimBinary, dialect);
});
