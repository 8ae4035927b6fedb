/** An idea typed in one line, with its `#topic` at the end. */

export interface Captured {
	title: string;
	/** Empty when none was typed. */
	topic: string;
}

const TRAILING_TOPIC = /^(.*\S)\s+#([\p{L}\p{N}\p{M}_&'’-]+)$/su;

/**
 * "Lamps that last #home_light" is the title "Lamps that last" on the topic "home light".
 * A lone `#word`, `C#` and `#1` are no topics.
 */
export function parseCapture(line: string): Captured {
	const text = line.toWellFormed().replace(/\s+/gu, " ").trim();
	const match = TRAILING_TOPIC.exec(text);
	const topic = match?.[2]?.replaceAll("_", " ").trim() ?? "";
	if (!match?.[1] || !/\p{L}/u.test(topic)) return { title: text, topic: "" };
	return { title: match[1], topic };
}

/** Topics that differ only in case, spaces, hyphens or accents are the same topic. */
export function topicKey(topic: string): string {
	return topic
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[\s_-]+/gu, "-")
		.replace(/^-|-$/g, "");
}

/** The spelling already in use for a topic, else the topic as it was typed. */
export function knownSpelling(topic: string, known: readonly string[]): string {
	const trimmed = topic.replace(/\s+/gu, " ").trim();
	const key = topicKey(trimmed);
	return known.find((each) => topicKey(each) === key) ?? trimmed;
}
