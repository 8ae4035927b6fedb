/** Words too common to be noticed when they come back. Own list, by stems. */
import { stem } from "../text.ts";

const COMMON = `
able about above account across action actual add after afternoon again against age ago agree ahead air allow almost alone
along already also always among amount another answer any anyone anything anyway apart appear area around arrive article
ask attention away baby back bad base become bed before begin behind believe below beside best better between beyond big
bit black blue board body book both bottom box boy break bring brother build building business buy call car care carry case
catch cause center central certain chance change character child children choice choose city class clear close cold color
come common community company complete computer consider content continue control cost could country couple course create
current customer cut data daughter day dead deal death decide decision deep design detail develop development did die
difference different difficult dinner direct do doctor does dog door down draw dream drive drop during each early easy
eat effect effort eight either else email end energy enough entire especially even evening event ever every everybody
everyone everything exactly example expect experience explain eye face fact fail fall family far fast father favorite
fear feel feeling few field fight figure fill final find fine finish fire first five floor focus follow food foot for
force forget form forward found four free friend from front full future game grandfather grandmother general girl give glass goal going gone
good great green ground group grow guess guy hair half hand happen happy hard have head health hear heart heavy help
here herself high himself history hold home hope hospital hot hour house however huge human hundred husband idea image
imagine important include increase indeed information inside instead interest into issue itself job just keep key kid
kill kind kitchen knew know language large last late later laugh law lead learn least leave left less letter level life
light like likely line list listen little live local long longer look lose lot love low machine main make manage manager
many market matter maybe mean media medium meet meeting member memory mention message method middle might mile million
mind minute miss model moment money month morning most mother move movie much music must myself name national nature near
nearly necessary need never new news next nice night nine nobody noise none nor normal note nothing notice now number
offer office often old once one online only onto open order other others our ourselves out outside over own page pain
paper parent part particular particularly party pass past pay people perfect perhaps period person personal phone
photo pick picture piece place plan play please point position possible post power practice prepare present pretty price
problem process produce product program project provide public pull purpose push put quality question quick quickly
quiet quite rather reach read reader reading ready real realize really reason receive recent recently record red remain
remember remove report research rest result return right road role room rule run same save say scene school science
screen search season second section see seem sell send sense sentence series serious service set seven several shape
share she short should shoulder show side sign similar simple simply since single sister sit situation six size skill
sleep slow slowly small social software some somebody someone something sometimes somewhere son song soon sort sound
source space speak special specific spend stand start state stay step still stop story straight street strong student
study stuff subject such suddenly suggest summer support suppose sure surprise system table take talk task teach teacher
team tell ten term test text than thank that their them themselves then there these they thing think third this those
though thought thousand three through throughout till time title today together tomorrow tonight too top topic total
touch toward towards town travel tree trip trouble true truth try turn twenty twice two type under understand until
update upon use user useful usual usually value various version very video view visit voice wait walk wall want war
watch water way week weekend well were what whatever when whenever where whether which while white who whole whom whose
why wide wife will window winter wish with within without woman women wonder word work worker world worry worth would
write writer writing wrong yard yeah year yellow yesterday yet you young your yourself
`;

/** Of every form: the rough stem of "called" is not that of "call". */
const STEMS: ReadonlySet<string> = new Set(
	COMMON.trim()
		.split(/\s+/)
		.flatMap((word) => [word, `${word}s`, `${word}ed`, `${word}ing`].map(stem)),
);

/** @param stemmed as `stem` gives it */
export function isCommonStem(stemmed: string): boolean {
	return STEMS.has(stemmed);
}
