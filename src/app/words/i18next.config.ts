import { defineConfig } from "i18next-cli";

export default defineConfig({
	locales: ["en"],
	extract: {
		input: ["src/**/*.{ts,tsx}"],
		// `sentence` marks English sentences in src/domain that the window translates.
		functions: ["t", "*.t", "sentence"],
		ignore: ["src/**/*.test.{ts,tsx}"],
		output: "src/app/words/{{language}}.json",
		keySeparator: false,
		nsSeparator: false,
		sort: true,
		indentation: "\t",
		removeUnusedKeys: true,
		// A plural key carries its form as a suffix; `defaultValue_one` beside the call gives the singular.
		defaultValue: (key) => key.replace(/_(?:zero|one|two|few|many|other)$/, ""),
	},
});
