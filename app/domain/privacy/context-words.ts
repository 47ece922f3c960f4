/**
 * Words that make a number or a name personal, in English, Bosnian/Montenegrin/Serbian, Macedonian and Albanian. They
 * are written as `foldText` writes them: small Latin letters without marks, Cyrillic transliterated. Every repetition
 * is bounded, so that no text can make the search slow.
 */

/** Word border that also holds beside an underscore, as in file names. */
export const BEGIN = "(?<![a-z0-9])";
export const END = "(?![a-z0-9])";

/** Small words between a context word and its number: "passport no. is", "broj lične karte glasi". */
const SMALL_WORDS =
  "no|nr|num|number|br|broj|broja|brojem|numri|numrin|numer|numra|id|serija|serije|seria|series|je|is|was|eshte|e|i|" +
  "sa|me|so|pod|under|glasi|dana|na|on|u|in|the|of|dt|date|datum|kontakt|osobe|lica|s";
export const FILLER = `(?:[^a-z0-9]{1,4}(?:${SMALL_WORDS})${END}){0,4}[^a-z0-9+]{0,5}`;

export const IDENTITY_NUMBER = [
  "jmbg|embg|amb|nid",
  "(?:jedinstveni )?maticn(?:i|og|om) broj(?:a|em)?(?! (?:osud|zatv|pritv|firme|preduz|kompan|udruz))",
  "(?:edinstven )?maticen broj(?! na)",
].join("|");

export const DOCUMENT = [
  "passport|pasos(?:a|u|em|om|i)?|putovnic(?:a|e|i|u|om)|putn(?:a|e|oj|u) isprav(?:a|e|i|u)|patna isprava",
  "pasaport(?:a|e|en|es)?|(?:identity|id) card|id",
  "licn(?:a|e|oj|u|om|ata) kart(?:a|e|i|u|om)|osobn(?:a|e|oj|u) iskaznic(?:a|e|i|u)",
  "leternjoftim(?:i|it|in)?|kart(?:a|en|es)? (?:e )?identitetit",
].join("|");

export const PERSONAL_NUMBER = [
  "personal (?:identification |id )?(?:number|no)|licn(?:i|og|im|om) (?:identifikacion(?:i|og) )?broj(?:a|em)?",
  "lic(?:en|niot) broj|(?:numri|numrin|numer|nr\\.?) (?:identifikues )?personal",
].join("|");

export const PHONE = [
  "tel(?:ephone|efon(?:a|om|u|i|in|it|ot)?)?|phone|mob(?:ile|itel(?:a|u|om)?|ilni|ilen)?|cell(?:ular|phone)?",
  "viber|whatsapp|signal|fax|faks|celular(?:i)?|kontakt|contact",
].join("|");

export const BIRTH = [
  "date of birth|dob|d\\.o\\.b\\.?|birth ?date|born|datum(?:a|om|ot)? (?:na )?ro(?:dj|d)enja|datum(?:ot)? na raganje",
  "ro(?:dj|d)en(?:a|i|o|og|e)?|datelindj(?:a|e|en|es)|(?:i |e |te )?lindur|ka lindur|lindi",
].join("|");

export const PRISON_NUMBER = [
  "(?:prison|prisoner|prisoner's|inmate|detainee|convict|offender) (?:id|number|no|nr|num)",
  "maticn(?:i|og) broj(?:a)? (?:osudenik|osudjenik|osuden|osudjen|zatvorenik|pritvorenik)[a-z]{0,4}(?: lica)?",
  "maticen broj na (?:osud|zatvor|pritvor)[a-z]{0,10}(?: lice)?",
  "(?:osudenicki|osudjenicki|zatvorenicki|zatvorski|pritvorenicki) broj",
  "broj(?:a)? (?:licnog )?dosijea|broj na dosie(?:to)?",
  "numri i (?:dosjes|te burgosurit|te denuarit|regjistrit)",
].join("|");

/** One person who is or was deprived of liberty; plurals are left out, they are followed by places and bodies. */
export const PRISONER = [
  "prisoner|inmate|detainee|convict|offender|convicted person",
  "osudj?en(?:o|og|om) lic(?:e|a|u)|osudenoto lice",
  "osudj?enik(?:a|u|om|e|ot)?|osudj?enic(?:a|e|u|om)|osudj?en(?:i|a|og|om|u|iot|ata)",
  "zatvorenik(?:a|u|om|e|ot)?|zatvorenic(?:a|e|u|om)|pritvorenik(?:a|u|om|e|ot)?|pritvorenic(?:a|e|u|om)",
  "(?:i|e|te|se) (?:burgosur|paraburgosur|denuar)(?:i|a|in|en|it|es)?",
].join("|");

export const NAMED = [
  "named|called|known as|mr|mrs|ms|aka",
  "po imenu|imenom|zvan(?:i|a|og)|g|gdin|gosp|gospodin(?:a|u)?|gospod(?:j)?a",
  "po ime|so ime|narecen(?:a|iot)?|me emr(?:in|in e)|me emer|i quajtur|e quajtur|z|zoti|znj",
].join("|");

/**
 * Beginnings of capitalised words that follow a prisoner without naming one: bodies, places, and the words of English
 * headings.
 */
export const NOT_A_NAME = new RegExp(
  `^(?:${[
    "centr|center|zavod|sluzb|ministar|minist|sud|probac|probat|uprav|kaznen|policij|polic|opcin|opstin|grad|odjel|odel",
    "direkc|drzav|dom|crven|komisij|komis|savjet|savet|vijec|fond|univerz|bolnic|tuzila|zakon|krivic|pravil",
    "republ|crn|bosn|herceg|srbij|srpsk|kosov|severn|sjevern|alban|makedon|federac|evrop|europ|zapad|balkan|brck|distrikt",
    "qendr|sherbim|drejtor|shqip|maqedon|mali|bashki|institut|komun|gjykat|keshill|prokuror|burg",
    "council|committee|recommend|rule|nelson|mandela|bangkok|tokyo|prison|release|rehab|resettl|support|escort|transfer",
    "manage|assess|service|program|educat|health|act|law|data|exchange|risk|need|famil|contact|work|employ|train|mentor",
    "populat|welfare|right|categor|classif|profil|inform|record|file|case|plan|particip|engage|movement|treat|care|visit",
    "reintegrat|after|aid|group|unit|board|charter|in|on|and|the|who|is|not|has|at",
  ].join("|")})`,
  "i",
);
