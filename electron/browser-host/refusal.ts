import { STUDIO_HEADER } from "#contract/rpc.ts";
import type { Speaker } from "#domain/words/catalogue.ts";
import { sentence } from "#domain/words/message.ts";

/** The page a visitor without the token sees, a window of an earlier start among them. It loads nothing and says what to do, in the visitor's language. */
export function refusalPage(speaker: Speaker): Response {
	return new Response(page(speaker), {
		status: 403,
		headers: {
			"content-type": "text/html; charset=utf-8",
			// By which a window of an earlier start tells the studio from any other program at its address.
			[STUDIO_HEADER]: "refused",
			"content-security-policy": "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'none'",
			"cache-control": "no-store",
			vary: "accept-language",
		},
	});
}

const RIGHT_TO_LEFT = ["Adlm", "Arab", "Hebr", "Nkoo", "Syrc", "Thaa"];
const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function page({ language, say }: Speaker): string {
	const text = (english: string) => say(english).replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
	const enter = text(
		sentence("In the terminal that runs Inkhour, press {{key}} for a new link and open it. Your library is untouched."),
	).replace("{{key}}", `<kbd>${text(sentence("Enter"))}</kbd>`);
	const about = text(
		sentence(
			"This address belongs to a studio that only answers the browser it was opened in. Each link works once, and every start of Inkhour makes a new one.",
		),
	);
	const script = new Intl.Locale(language).maximize().script ?? "";
	const direction = RIGHT_TO_LEFT.includes(script) ? "rtl" : "ltr";
	return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${text(sentence("Inkhour: open the printed link"))}</title>
<style>
body { font: 1.0625rem/1.55 system-ui, sans-serif; max-width: 34rem; margin: 18vh auto 0; padding: 0 1.5rem; }
h1 { font-size: 1.375rem; line-height: 1.3; }
kbd { font: inherit; border: 1px solid; border-radius: 0.25rem; padding: 0 0.375rem; }
</style>
</head>
<body>
<main>
<h1>${text(sentence("Open the link Inkhour printed"))}</h1>
<p>${about}</p>
<p>${enter}</p>
</main>
</body>
</html>
`;
}
