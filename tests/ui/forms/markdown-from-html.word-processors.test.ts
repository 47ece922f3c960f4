import { describe, expect, it } from "vitest";
import { lines, markdown, wordItem } from "#tests/ui/forms/clipboard-html.ts";

const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal {mso-style-parent:""; margin:0cm; font-family:"Calibri",sans-serif;}
@list l0:level1 {mso-level-number-format:bullet;} --></style></head>
<body lang=BS style='tab-interval:35.4pt'><!--StartFragment--><div class=WordSection1>
<p class=MsoTitle><span lang=BS>Priprema za otpust<o:p></o:p></span></p>
<h2 style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]><b>Plan rada</b><o:p></o:p></h2>
<p class=MsoNormal style='text-align:justify'><b style='mso-bidi-font-weight:normal'><span lang=BS
style='mso-fareast-language:BS'>Savjetnik</span></b><span lang=BS> i <i style='mso-bidi-font-style:normal'>centar
za socijalni rad</i><a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span
style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a>
pišu plan u <st1:place w:st="on">Zenici</st1:place>, vidi <a href="https://example.org/pravila_2017?a=1&amp;b=2" title="Rules"><span
style='color:#0563C1'>pravila</span></a>.<span style='mso-spacerun:yes'>&nbsp; </span>Član 5. vrijedi.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
${wordItem(1, "·", "prvi korak", "First")}
${wordItem(2, "o", "ko vodi")}
${wordItem(2, "o", "do kada")}
${wordItem(3, "§", "<b>rok</b>")}
${wordItem(1, "·", "drugi korak", "Last")}
<p class=MsoNormal>2020. godine:</p>
${wordItem(1, "3.", "treći", "First")}
${wordItem(2, "a)", "slovo")}
${wordItem(1, "4.", "četvrti", "Last")}
<p class=MsoNormal><span style='mso-no-proof:yes'><!--[if gte vml 1]><v:shapetype id="_x0000_t75"></v:shapetype><![endif]--><img width=12 height=12
src="file:///C:/Users/a/AppData/Local/Temp/clip_image002.png" alt="slika"></span>Poslije slike.</p>
<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse'>
 <tr><td width=200 style='width:150.0pt;border:solid windowtext 1.0pt'><p class=MsoNormal><b>Ko</b><o:p></o:p></p></td>
 <td colspan=2><p class=MsoNormal><b>Šta | kada</b><o:p></o:p></p></td></tr>
 <tr><td rowspan=2><p class=MsoNormal>Zavod<o:p></o:p></p></td><td><p class=MsoNormal>plan</p><p class=MsoNormal>i procjena</p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr>
 <tr><td><p class=MsoNormal>posjeta</p></td><td><p class=MsoNormal>5</p></td></tr>
</table>
<p class=MsoNormal><del cite="mailto:A" datetime="2020-11-04T10:00">brisano ime</del><ins cite="mailto:A">dodano</ins><span
style='display:none;mso-hide:all'>skriveno</span><span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[A1]</a></span></p>
</div><!--EndFragment-->
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span
class=MsoFootnoteReference>[1]</span></a> Zakon iz 2016.</p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>komentar</p></div></div>
</body></html>`;

const WORD_ONLINE = `<html><body><!--StartFragment--><div class="OutlineElement Ltr SCXW1 BCX0"><p class="Paragraph SCXW1" role="heading" aria-level="2" style="font-weight:normal"><span
data-contrast="none" class="TextRun SCXW1" style="font-size:13pt;font-weight:normal"><span class="NormalTextRun SCXW1">Koraci</span></span><span class="EOP SCXW1" data-ccp-props="{}">&nbsp;</span></p></div>
<div class="OutlineElement Ltr"><p class="Paragraph"><span class="TextRun" style="font-weight:bold"><span class="NormalTextRun">Važno</span></span><span class="TextRun" style="font-style:italic"><span class="NormalTextRun"> i hitno</span></span><span class="TextRun">, danas</span><span class="EOP">&nbsp;</span></p></div>
<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1" role="list"><li data-leveltext="" data-listid="1" aria-setsize="-1" data-aria-posinset="1" data-aria-level="1" role="listitem" class="OutlineElement Ltr"><p class="Paragraph"><span class="TextRun">jedan</span><span class="EOP">&nbsp;</span></p></li></ul></div>
<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle2" role="list"><li data-listid="1" data-aria-level="2" role="listitem"><p class="Paragraph"><span class="TextRun">unutra</span></p></li></ul></div>
<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1" role="list"><li data-listid="1" data-aria-level="1" role="listitem"><p class="Paragraph"><span class="TextRun">dva</span></p></li></ul></div>
<div class="OutlineElement Ltr"><p class="Paragraph"><span class="TextRun">Zatim:</span></p></div>
<div class="ListContainerWrapper SCXW1"><ol class="NumberListStyle1" role="list" start="1"><li data-listid="2" data-aria-level="1"><p class="Paragraph"><span class="TextRun">prvo</span></p></li></ol></div>
<div class="ListContainerWrapper SCXW1"><ol class="NumberListStyle1" role="list" start="2"><li data-listid="2" data-aria-level="1"><p class="Paragraph"><span class="TextRun">drugo</span></p></li></ol></div>
<!--EndFragment--></body></html>`;

const GOOGLE_DOCS = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr" style="line-height:1.38"><span
style="font-size:20pt;font-family:Arial;font-weight:400;font-style:normal;text-decoration:none">Naslov</span></h1><p dir="ltr"><span
style="font-weight:400">Tekst </span><span style="font-weight:700">važan</span><span style="font-weight:400;font-style:italic"> kosi</span><span style="font-weight:400"> i </span><a
href="https://example.org/a" style="text-decoration:none"><span style="color:#1155cc;font-weight:400;text-decoration:underline">veza</span></a><span style="font-size:0.6em;vertical-align:super"><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></span>.</p><ul
style="margin-top:0"><li dir="ltr" style="list-style-type:disc;font-weight:400" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400">prva</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span
style="font-weight:400">unutrašnja</span></p></li></ul><li dir="ltr" aria-level="1"><p role="presentation"><span>druga</span></p></li></ul><ol><li aria-level="1"><p role="presentation"><span>jedan</span></p></li><li aria-level="1"><p
role="presentation"><span>dva</span></p></li></ol><br /><div dir="ltr" align="left"><table><colgroup><col width="100"><col></colgroup><tbody><tr><td><p dir="ltr"><span style="font-weight:700">Mjera</span></p></td><td><p><span style="font-weight:700">Rok</span></p></td></tr><tr><td><p><span>obuka</span></p></td><td><p><span>30 dana</span></p></td></tr></tbody></table></div></b><br class="Apple-interchange-newline">`;

const LIBRE_OFFICE = `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content="LibreOffice 7.4 (Linux)"/><style type="text/css">p { margin-bottom: 0.25cm }</style></head>
<body lang="bs-BA" dir="ltr"><h1 class="western">Uvod</h1>
<p style="line-height: 100%; margin-bottom: 0cm"><font face="Arial, sans-serif"><font size="2" style="font-size: 10pt"><b>Cilj</b> i <i>svrha</i></font></font><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>
<p style="font-weight: bold; margin-bottom: 0cm">Sve podebljano</p>
<ul><li><p style="margin-bottom: 0cm">jedan</p><ul><li><p style="margin-bottom: 0cm">jedan a</p></li></ul></li><li><p>dva</p></li></ul>
<ol start="3" type="a"><li><p>tri</p></li></ol>
<div id="sdfootnote1"><p class="sdfootnote-western"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> Izvor.</p></div></body></html>`;

describe("what a word processor puts on the clipboard", () => {
  it("Word for the desktop", () => {
    expect(markdown(WORD)).toBe(
      lines(
        "# Priprema za otpust",
        "",
        "## 1. Plan rada",
        "",
        "**Savjetnik** i *centar za socijalni rad* pišu plan u Zenici, vidi [pravila](https://example.org/pravila_2017?a=1&b=2). Član 5. vrijedi.",
        "",
        "- prvi korak",
        "  - ko vodi",
        "  - do kada",
        "    - **rok**",
        "- drugi korak",
        "",
        "2020\\. godine:",
        "",
        "3. treći",
        "",
        "a) slovo",
        "",
        "4. četvrti",
        "",
        "Poslije slike.",
        "",
        "| Ko | Šta \\| kada | |",
        "| --- | --- | --- |",
        "| Zavod | plan i procjena | |",
        "| | posjeta | 5 |",
        "",
        "dodano",
        "",
        "Zakon iz 2016.",
      ),
    );
  });

  it("Word Online", () => {
    expect(markdown(WORD_ONLINE)).toBe(
      lines(
        "## Koraci",
        "",
        "**Važno** *i hitno*, danas",
        "",
        "- jedan",
        "  - unutra",
        "- dva",
        "",
        "Zatim:",
        "",
        "1. prvo",
        "2. drugo",
      ),
    );
  });

  it("Google Docs", () => {
    expect(markdown(GOOGLE_DOCS)).toBe(
      lines(
        "# Naslov",
        "",
        "Tekst **važan** *kosi* i [veza](https://example.org/a).",
        "",
        "- prva",
        "  - unutrašnja",
        "- druga",
        "",
        "1. jedan",
        "2. dva",
        "",
        "| Mjera | Rok |",
        "| --- | --- |",
        "| obuka | 30 dana |",
      ),
    );
  });

  it("LibreOffice", () => {
    expect(markdown(LIBRE_OFFICE)).toBe(
      lines(
        "# Uvod",
        "",
        "**Cilj** i *svrha*",
        "",
        "**Sve podebljano**",
        "",
        "- jedan",
        "  - jedan a",
        "- dva",
        "",
        "c. tri",
        "",
        "Izvor.",
      ),
    );
  });
});
