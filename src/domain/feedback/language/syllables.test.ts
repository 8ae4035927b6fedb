import { expect, test } from "vitest";
import { syllablesOf } from "./syllables.ts";

/** Counted by hand, as spoken. */
const WORDS: Readonly<Record<string, string>> = {
	en: "light 1, lighthouse 2, keeper 2, winter 2, island 2, people 2, little 2, every 2, different 3, interesting 4, create 2, created 3, idea 3, area 3, being 2, science 2, quiet 2, poem 2, walked 1, asked 1, studied 2, followed 2, tired 1, wanted 2, loved 1, houses 2, machine 2, beautiful 3, government 3, university 5, responsibility 6, experience 4, people's 2, something 2, sometimes 2, nowhere 2, evening 2, business 2, chocolate 3, comfortable 4, through 1, though 1, queue 1, reading 2, readable 3, analysis 4, analyse 3, usually 4, real 1, really 2, video 3, software 2, paragraph 3, writer 2",
	de: "haus 1, häuser 2, leuchtturm 2, wärter 2, winter 2, insel 2, liebe 2, lieder 2, neue 2, neuer 2, bauer 2, bauen 2, freund 1, freundin 2, familie 4, ferien 3, industrie 3, knie 1, nation 3, situation 5, patient 3, beenden 3, geehrt 2, beeren 2, universität 5, real 2, theater 3, museum 3, idee 2, see 1, seen 1, qualität 3, quelle 2, straßenbahn 3, schreiben 2, geschichte 3, arbeit 2, arbeiten 3, entwicklung 3, möglichkeit 3, verantwortung 4, zeitung 2, leute 2, träume 2, boot 1, haar 1, system 2, physik 2, radio 3, italien 4, aktuell 3",
	es: "casa 2, faro 2, invierno 3, isla 2, guardián 2, ciudad 2, tierra 2, agua 2, país 2, día 2, río 2, maíz 2, aéreo 4, leer 2, caos 2, poeta 3, teatro 3, idea 3, queso 2, guerra 2, guitarra 3, pingüino 3, bueno 2, cuando 2, cuatro 2, muy 1, rey 1, hoy 1, reyes 2, y 1, ley 1, aire 2, causa 2, europa 3, oír 2, construir 3, viuda 2, información 4, experiencia 4, universidad 5, también 2, después 2, historia 3, escribir 3, palabra 3, lectura 3, había 3, todavía 4, estación 3, periódico 5",
	fr: "lampe 1, lampes 1, phare 1, gardien 2, hiver 2, île 1, maison 2, eau 1, oiseau 2, théâtre 2, poète 2, chaos 2, naïf 2, payer 2, vie 1, vies 1, année 2, années 2, parlent 1, mangent 1, étaient 2, souvent 2, moment 2, content 2, nation 2, information 4, question 2, quelque 1, guerre 1, langue 1, lire 1, livre 1, écrire 2, écriture 3, histoire 2, lecteur 2, femme 1, homme 1, heureux 2, travail 2, travailler 3, famille 2, beaucoup 2, aujourd'hui 3, développement 4, gouvernement 4, responsabilité 6, possible 2, université 5, ville 1",
	nl: "huis 1, huizen 2, vuurtoren 3, winter 2, eiland 2, mooie 2, leeuw 1, nieuw 1, nieuwe 2, sneeuw 1, draaien 2, zee 1, zeeën 2, boek 1, boeken 2, schrijven 2, schrijver 2, lezen 2, lezer 2, tijd 1, ij 1, bijzonder 3, geschiedenis 4, vrijheid 2, bureau 2, cadeau 2, januari 4, familie 3, station 2, situatie 4, ideeën 3, reëel 2, beïnvloeden 4, oog 1, ogen 2, duizend 2, deur 1, fouten 2, auto 2, kwaliteit 3, verantwoordelijkheid 6, ontwikkeling 4, mogelijkheid 4, werk 1, leuk 1, koeien 2, yoghurt 2, systeem 2, universiteit 5, museum 3",
	pt: "casa 2, farol 2, inverno 3, ilha 2, pão 1, mães 1, lições 2, coração 3, não 1, mão 1, água 2, história 3, dia 2, rio 2, tia 2, família 3, país 2, saúde 3, baú 2, pai 1, mãe 1, meu 1, eu 1, ouro 2, coisa 2, muito 2, ruim 2, rainha 3, quando 2, quatro 2, guerra 2, queijo 2, língua 2, leitura 3, escrever 3, escritor 3, poeta 3, teatro 3, ideia 3, europa 3, aula 2, viu 1, partiu 2, cidade 3, universidade 6, informação 4, experiência 4, também 2, depois 2, viagem 3",
	ru: "дом 1, маяк 2, зима 2, остров 2, смотритель 3, писатель 3, читатель 3, её 2, ёлка 2, вечер 2, история 4, информация 5, в 1, книга 2, объяснение 5, подъезд 2, воробьи 3, жизнь 1, любовь 2, утро 2",
};

const entries = (text: string) =>
	text.split(", ").map((one) => {
		const [word = "", syllables = ""] = one.split(" ");
		return { word, syllables: Number(syllables) };
	});

test.each([
	["en", 0.9],
	["de", 0.94],
	["es", 0.94],
	["fr", 0.94],
	["nl", 0.94],
	["pt", 0.94],
	["ru", 1],
])("%s: at least %d of the words counted by hand, and hardly off on the whole", (language, share) => {
	const list = entries(WORDS[language] ?? "");
	const wrong = list.filter(({ word, syllables }) => syllablesOf(word, language) !== syllables);
	const words = wrong.map(({ word, syllables }) => `${word} ${syllables}≠${syllablesOf(word, language)}`);
	expect(1 - wrong.length / list.length, words.join(", ")).toBeGreaterThanOrEqual(share);
	const total = list.reduce((sum, { syllables }) => sum + syllables, 0);
	const counted = list.reduce((sum, { word }) => sum + syllablesOf(word, language), 0);
	expect(Math.abs(counted / total - 1), `${counted} of ${total}`).toBeLessThan(0.05);
});

test("what is no word counts one", () => {
	for (const language of ["en", "de", "fr", "xx"])
		for (const word of ["2026", "-", "", "—", "brr"]) expect(syllablesOf(word, language)).toBe(1);
});
