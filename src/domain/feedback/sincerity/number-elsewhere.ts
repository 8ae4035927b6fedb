/** "7 Wege", "十个方法": the number of items a title promises in languages of which only numbers and list nouns are known. */
import type { PromisedNumber } from "./number.ts";

interface Counting {
	numbers: Readonly<Record<string, number>>;
	/** Nouns that announce a list, as they stand after a number. */
	nouns: ReadonlySet<string>;
}

/** @param words for two, three and so on */
const counting = (words: string, further: Readonly<Record<string, number>>, nouns: string): Counting => ({
	numbers: { ...Object.fromEntries(words.split(" ").map((word, at) => [word, at + 2])), ...further },
	nouns: new Set(nouns.split(" ")),
});

/** Languages that put spaces between words. */
const SPACED: Readonly<Record<string, Counting>> = {
	de: counting(
		"zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
		{ fünfzehn: 15, zwanzig: 20, dreißig: 30, fünfzig: 50, hundert: 100 },
		"wege tipps tricks lektionen gründe dinge schritte regeln gewohnheiten fehler ideen fragen werkzeuge bücher anzeichen prinzipien fakten geheimnisse beispiele methoden strategien techniken wahrheiten mythen übungen geschichten funktionen befehle apps muster zitate antworten vorteile irrtümer fallen probleme lehren arten gedanken ratschläge möglichkeiten sätze wörter rezepte",
	),
	es: counting(
		"dos tres cuatro cinco seis siete ocho nueve diez once doce",
		{ quince: 15, veinte: 20, treinta: 30, cincuenta: 50, cien: 100 },
		"formas maneras consejos trucos lecciones razones cosas pasos reglas hábitos errores ideas preguntas herramientas libros señales principios secretos ejemplos métodos estrategias técnicas mitos ejercicios historias claves motivos frases recetas",
	),
	fr: counting(
		"deux trois quatre cinq six sept huit neuf dix onze douze",
		{ quinze: 15, vingt: 20, trente: 30, cinquante: 50, cent: 100 },
		"façons manières conseils astuces leçons raisons choses étapes règles habitudes erreurs idées questions outils livres signes principes secrets exemples méthodes stratégies techniques mythes exercices histoires clés phrases recettes",
	),
	it: counting(
		"due tre quattro cinque sei sette otto nove dieci undici dodici",
		{ quindici: 15, venti: 20, trenta: 30, cinquanta: 50, cento: 100 },
		"modi consigli trucchi lezioni motivi ragioni cose passi regole abitudini errori idee domande strumenti libri segnali principi segreti esempi metodi strategie tecniche miti esercizi storie frasi ricette",
	),
	nl: counting(
		"twee drie vier vijf zes zeven acht negen tien elf twaalf",
		{ vijftien: 15, twintig: 20, dertig: 30, vijftig: 50, honderd: 100 },
		"manieren tips trucs lessen redenen dingen stappen regels gewoonten fouten ideeën vragen boeken tekenen principes geheimen voorbeelden methoden strategieën technieken mythes oefeningen verhalen zinnen recepten",
	),
	pt: counting(
		"dois três quatro cinco seis sete oito nove dez onze doze",
		{ duas: 2, quinze: 15, vinte: 20, trinta: 30, cinquenta: 50, cem: 100 },
		"formas maneiras dicas truques lições razões motivos coisas passos regras hábitos erros ideias perguntas ferramentas livros sinais princípios segredos exemplos métodos estratégias técnicas mitos exercícios histórias frases receitas",
	),
	ru: counting(
		"два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать",
		{ две: 2, пятнадцать: 15, двадцать: 20, тридцать: 30, пятьдесят: 50, сто: 100 },
		"способа способов совета советов урока уроков причины причин вещи вещей шага шагов правила правил привычки привычек ошибки ошибок идеи идей вопроса вопросов книги книг признака признаков принципа принципов секрета секретов примера примеров метода методов мифа мифов приёма приёмов истории историй",
	),
};

const CJK_DIGITS = "二三四五六七八九十";
/** Number, counter and what is counted, of languages that write words together. */
const JOINED: Readonly<Record<string, RegExp>> = {
	zh: /(?<!第)(\d{1,3}|[二三四五六七八九十两兩]{1,3})\s?(?:个|個|种|種|条|條|点|點|招|步|本|大|件|项|項)(?![月年天日周小人])[\p{Script=Han}]{0,4}/u,
	ja: /(?<!第)(\d{1,3}|[二三四五六七八九十]{1,3})\s?(?:つ|個|選|冊|か条|カ条|箇条|ステップ|のコツ|の方法|の理由|のルール)/u,
	ko: /(\d{1,3}|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?(?:가지|개의|단계|권의)/u,
};
const KOREAN = ["두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"];

/** Languages besides English in which a promised number is looked for. */
export const COUNTED_LANGUAGES: readonly string[] = [...Object.keys(SPACED), ...Object.keys(JOINED)];

/** "十二" is 12, "二十" 20; `null` for what is no number. */
function joinedNumber(text: string): number | null {
	if (/^\d+$/.test(text)) return Number(text);
	const korean = KOREAN.indexOf(text);
	if (korean >= 0) return korean + 2;
	const one = (digit: string | undefined) => {
		if (digit === "两" || digit === "兩") return 2;
		const at = CJK_DIGITS.indexOf(digit ?? " ");
		return at < 0 ? null : at + 2;
	};
	const [tens, ones] = text.split("十");
	if (ones === undefined) return text.length === 1 ? one(text) : null;
	const [high, low] = [tens === "" ? 1 : one(tens), ones === "" ? 0 : ones === "一" ? 1 : one(ones)];
	return high === null || low === null ? null : high * 10 + low;
}

const WORD = /[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu;
/** Words that may stand between number and noun: "7 einfache, gute Wege". */
const REACH = 3;

function spaced(title: string, { numbers, nouns }: Counting): PromisedNumber | null {
	const words = [...title.matchAll(WORD)].map((found) => ({ text: found[0], start: found.index }));
	for (const [at, { text, start }] of words.entries()) {
		const least = /^\d{1,3}$/.test(text) ? Number(text) : (numbers[text.toLowerCase()] ?? null);
		if (least === null || least < 2 || least > 100) continue;
		if (/[$€£¥.,\d/:]\s?$/.test(title.slice(0, start)) || /^(?:\s?%|[.,:/–-]\d)/.test(title.slice(start + text.length)))
			continue;
		const noun = words.slice(at + 1, at + 1 + REACH).find((word) => nouns.has(word.text.toLowerCase()));
		if (!noun) continue;
		const end = noun.start + noun.text.length;
		return { least, most: least, noun: noun.text, isList: true, isListNoun: true, start, end };
	}
	return null;
}

/** @param language ISO 639-1, not English. `null` where the title announces no number of items, or the language is not known. */
export function promisedElsewhere(title: string, language: string): PromisedNumber | null {
	const short = title.slice(0, 400);
	const counted = SPACED[language];
	if (counted) return spaced(short, counted);
	const found = JOINED[language]?.exec(short);
	const least = found ? joinedNumber(found[1] ?? "") : null;
	if (!found || least === null || least < 2 || least > 100) return null;
	const end = found.index + found[0].length;
	const noun = found[0].slice(found[1]?.length ?? 0).trim();
	return { least, most: least, noun, isList: true, isListNoun: true, start: found.index, end };
}
