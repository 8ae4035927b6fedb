/** Things a reader can hold on to: who tells it, persons, numbers, names, questions, speech, a scene. English words. */
import { peopleIn, scenesIn } from "../marks/people-and-scenes.ts";

export type Concrete = "person" | "narrator" | "number" | "name" | "question" | "speech" | "scene";

/** Who tells it. */
const NARRATOR = /\b(?:I|[Mm]y|me)\b/;
/** A capital inside a sentence: a name, not a sentence's first word. */
const NAME = /[\p{Ll},;] \p{Lu}\p{Ll}{2,}/u;
const SPEECH = /[“"«][^“"”«»\n]{3,200}[”"»]/u;

const SENSE =
	/\b(?:smell(?:s|ed|ing)?|heard|hear|listen(?:ed|ing)?|saw|watch(?:ed|ing)?|look(?:ed|ing) (?:at|up|down|out)|felt|touch(?:ed)?|tast(?:e|ed)|cold|warm|hot|wet|dry|dark|bright|loud|silent|quiet|red|green|blue|yellow|white|black|grey|gray|smoke|rain(?:ed|ing)?|snow(?:ed|ing)?|wind|dust|sweat)\b/i;
const ACTION =
	/\b(?:walk|open|clos|knock|push|pull|turn|point|laugh|cri|shout|whisper|nodd|smil|climb|jump|dropp|pick|pour|lift|start|stopp|wait|lean|kick|cough|grabb|slamm|stepp|unlock|park|order|fold|cut)ed\b|\b(?:sat|stood|ran|fell|drove|threw|caught|held|took|woke|rang|broke|came in|went out|got up|lay|swam|slept|ate|drank|wrote)\b/i;

/** A scene has a place or an hour, and with it another, something done or something sensed. */
function isScene(text: string): boolean {
	const places = scenesIn(text).length;
	return places > 1 || (places === 1 && (SENSE.test(text) || ACTION.test(text)));
}

/** @param written as the writer has it */
export function concreteIn(written: string): Concrete[] {
	const text = written.replaceAll("’", "'");
	const found: Concrete[] = [];
	if (NARRATOR.test(text)) found.push("narrator");
	if (peopleIn(text).length > 0) found.push("person");
	if (/\p{Nd}/u.test(text)) found.push("number");
	if (NAME.test(text)) found.push("name");
	if (/[?？]/.test(text)) found.push("question");
	if (SPEECH.test(text)) found.push("speech");
	if (isScene(text)) found.push("scene");
	return found;
}
