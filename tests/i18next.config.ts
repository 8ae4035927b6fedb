import { readdirSync } from "node:fs";
import { defineConfig, type Plugin } from "i18next-cli";

/** The parts of a syntax tree that are looked at. */
interface Literal {
	type: string;
	value?: string;
	consequent?: Literal;
	alternate?: Literal;
}
interface NewExpression {
	type: "NewExpression";
	callee: Literal;
	arguments?: { expression: Literal }[];
}
const isNew = (node: { type: string }): node is NewExpression => node.type === "NewExpression";

/** `new StudioError(code, "English sentence", …)`: the sentence is a key. */
const errors: Plugin = {
	name: "studio-errors",
	onVisitNode(node, { addKey }) {
		if (!isNew(node) || node.callee.value !== "StudioError") return;
		const said = node.arguments?.[1]?.expression;
		if (said?.type === "TemplateLiteral")
			throw new Error('A StudioError says a literal, or message("… {{place}} …", { place })');
		for (const { type, value } of [said?.consequent ?? said, said?.alternate].filter((one) => one !== undefined))
			if (type === "StringLiteral" && value) addKey({ key: value, defaultValue: value });
	},
};

/** A language is one more catalogue in this folder. */
const others = readdirSync("src/app/words").flatMap((name) => /^(?!en\.)(.+)\.json$/.exec(name)?.[1] ?? []);

export default defineConfig({
	locales: ["en", ...others],
	plugins: [errors],
	extract: {
		input: ["src/**/*.{ts,tsx}", "electron/{service,main,browser-host}/**/*.ts"],
		// `sentence` and `message` mark the words of the domain and the service (src/domain/words/message.ts).
		functions: ["t", "*.t", "sentence", "message"],
		ignore: ["**/*.test.{ts,tsx}"],
		output: "src/app/words/{{language}}.json",
		keySeparator: false,
		nsSeparator: false,
		sort: true,
		indentation: "\t",
		removeUnusedKeys: true,
		// A plural key carries its form as a suffix; `defaultValue_one` beside the call gives the singular. Of another
		// language a sentence is empty until it is translated, and English is shown meanwhile.
		defaultValue: (key, _namespace, language) =>
			language === "en" ? key.replace(/_(?:zero|one|two|few|many|other)$/, "") : "",
	},
});
