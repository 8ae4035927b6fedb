/** The page a visitor without the token sees. It loads nothing and says what to do. */
export function refusalPage(): Response {
	return new Response(PAGE, {
		status: 403,
		headers: {
			"content-type": "text/html; charset=utf-8",
			"content-security-policy": "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'none'",
			"cache-control": "no-store",
		},
	});
}

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>Inkhour: open the printed link</title>
<style>
body { font: 1.0625rem/1.55 system-ui, sans-serif; max-width: 34rem; margin: 18vh auto 0; padding: 0 1.5rem; }
h1 { font-size: 1.375rem; line-height: 1.3; }
kbd { font: inherit; border: 1px solid; border-radius: 0.25rem; padding: 0 0.375rem; }
</style>
</head>
<body>
<main>
<h1>Open the link Inkhour printed</h1>
<p>This address belongs to a studio that only answers the browser it was opened in. Each link works once, and every start of Inkhour makes a new one.</p>
<p>In the terminal that runs Inkhour, press <kbd>Enter</kbd> for a new link and open it. Your library is untouched.</p>
</main>
</body>
</html>
`;
