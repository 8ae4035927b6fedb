/** Callings that make somebody a person of the title, and the words by which a text speaks of them without naming them. English. */
import { rootOf } from "./reading.ts";
import { wordSet } from "./word-forms.ts";

const ROLES = wordSet(
	"accountant actor actress analyst archaeologist architect artist astronaut athlete baker banker barber beekeeper biologist boss brewer bricklayer builder butcher captain caretaker carpenter ceo chef chemist clerk colleague conductor consultant cop counsellor counselor dentist designer detective dietitian director doctor economist electrician engineer expert farmer firefighter fisherman founder gardener geologist grandmaster grocer hairdresser historian hunter instructor investor janitor journalist landlord lawyer librarian linguist manager mayor mechanic meteorologist midwife minister monk musician nanny neurologist neuroscientist nun nurse nutritionist officer organiser organizer painter paramedic pharmacist philosopher photographer physician physicist physiotherapist pianist plumber poet postman president priest principal professor psychiatrist psychologist rabbi recruiter sailor scientist sculptor secretary senator singer soldier sommelier statistician stockbroker student surgeon surveyor tailor taxi-driver teacher therapist translator vet veterinarian violinist waiter waitress widow widower winemaker zookeeper",
);
/** A person or a thing: "a guide to", "a business model", "my coach seat". */
const EITHER = wordSet(
	"guide coach cook driver judge pilot tutor host model sponsor runner dealer keeper partner mentor editor operator server",
);
const ACTING = wordSet(
	"who explains explained says said taught told tells knows knew reveals answers answered advises warns fired left quit calls called wrote writes reviews reviewed shows showed gave gives made makes took takes asked asks",
);

/** Whether a word of a title, lower case, is somebody by calling. @param next the word after it */
export const isCalling = (word: string, next: string): boolean =>
	ROLES.has(word) || (EITHER.has(word) && ACTING.has(next));

/** Words of the places and doings of a calling whose stem is not its own. */
const FIELDS =
	"teacher professor instructor tutor: teach school class classroom pupil student lesson lecture|senator: senate|therapist psychiatrist psychologist counsellor counselor: therapy session psychology psychiatry|doctor physician surgeon nurse paramedic: hospital clinic ward patient surgery medicine|lawyer judge: court trial client verdict|chef cook: kitchen restaurant|librarian: library|priest rabbi minister: church parish synagogue sermon|actor actress: stage theatre theater film|beekeeper: bee hive|pianist: piano|violinist: violin|conductor: orchestra choir|dentist: tooth|president: election|widow widower: husband wife funeral|soldier: army|captain: ship|waiter waitress: restaurant|scientist physicist biologist neuroscientist: laboratory experiment research";
const FIELD_ROOTS = new Map<string, readonly string[]>();
for (const group of FIELDS.split("|")) {
	const [callings = "", words = ""] = group.split(": ");
	const roots = words.split(" ").map(rootOf);
	for (const calling of callings.split(" ")) FIELD_ROOTS.set(calling, roots);
}

/** Roots of what somebody of a calling does: "farmer" and "farm", "therapist" and "therapy", "teacher" and "school". */
export const fieldRoots = (calling: string): readonly string[] => [
	rootOf(calling.replace(/(?:ist|ian)$/, "")),
	...(FIELD_ROOTS.get(calling) ?? []),
];
