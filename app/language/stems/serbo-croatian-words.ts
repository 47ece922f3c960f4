/**
 * Frequent words no rule of endings reaches. All folded; stems are as the rules leave them, with the fleeting a
 * already gone (nizak: nisk).
 */

/** Forms with all their keys: "key key: form form". */
// biome-ignore format: a table reads better in rows
const FORMS_BY_KEY: readonly string[] = [
  "biX: biti bit je jesam jesi jest jeste jesmo jesu si smo ste su nisam nisi nije nismo niste nisu bih bi bismo biste bio bila bilo bili bile budem budes bude budemo budete budu budi budimo budite bicu bices bicemo bicete bejase bese",
  "bic biX: bice",
  "hteX: ce cu ces cemo cete htjeti htjela",
  "imA: imati imat imam imas ima imamo imate imaju imao imala imalo imali imale imajuci imace",
  "nemA imA: nemati nemam nemas nema nemamo nemate nemaju nemajuci",
  "dA: dati dam das damo date daju dao dala dalo dali dale daj dajmo dajte dace dacu dade dadose dadne dadnu davsi",
  "dA dat: dat", "davA dA: daju",
  "uzimA: uzima", "zvucA zvuk: zvuci zvuce", "rt: rt rta rtu rtom",
  "ostajA: ostaju", "postaj postajA: postaju", "nastajA: nastaju", "nestajA: nestaju", "prestajA: prestaju", "pristajA: pristaju",
  "odustajA: odustaju", "sastajA: sastaju", "zaostajA: zaostaju",
  "zvA zov: zov",
  "smeX: smeti smem smes sme smemo smete smeo smela smelo smeli smele smio",
  "smeX smejA: smeju smijem smijes smije smijemo smijete smiju",
  "idX: ici idem ides ide idemo idete idu isao isla islo isli isle idi idite idimo idoh idose",
  "otidX: otici odem odes ode odemo odete odu otisao otisla otislo otisli otisle otisavsi otidi otide otidu odose odoh",
  "stojX stajA: stajati",
  "stojX: stajat stojim stojis stoji stojimo stojite stoje stajao stajala stajalo stajali stajale stojeci",
  "bojX: bojati bojat bojim bojis bojimo bojite bojao bojala bojalo bojali bojale bojeci",
  "bojX boj: boji boje",
  "piX: piti pit piju pem pes pemo pije pio pila pilo pili pile pijuci",
  "piX pet: pete",
  "radI: radi rade", "gradI: gradi grade", "sudI: sudi sude", "delI: deli dele", "vidI: vidi vide", "trazI: trazi traze",
  "glasI: glasi glase", "nosI: nosi nose", "vozI: vozi voze", "lovI: lovi love", "rodI: rodi rode", "spojI: spoji spoje",
  "brojI brojA: broji broje",
  "sam: sam sama sami same samog samoga samom samoj samu samih samim samima",
  "oko: oko oka oku okom ociju",
  "oko oc: oci ocima",
  "oc: otac otaca oca ocu ocem oce ocevi oceva ocevima oceve",
  "uho: uho uvo uha uva uhu uvu uhom uvom usiju",
  "uho us: usi usima",
  "pas: pas psa psu psom psi psima pse pasa",
  "san: san sna snu snom snovi snova snovima snove",
  "ime: ime imena imenu imenom imenima",
  "dan: dne dnevi dneva dani dan dana danu danom danima dane",
  "dno: dno dna dnu dnom dnima",
  "tlo: tlo tla tlu tlom tlima",
  "zlo: zlo zla zlu zlom zlima zlog zloga zlim zlih zli zle zloj zao zala",
  "kcer: kci kcer kceri keri",
  "del: dio", "mil: mio", "davol: davo",
  "udel: udio",
  "predel: predio",
  "odel: odio",
  "cel: cio",
  "zrel: zrio",
  "stol sto: sto",
  "stol: stola stolu stolom stolovi stolova stolovima stolove",
  "sol: so soli solju",
  "sol: sol",
  "sokol: soko",
  "radij radI: radio", "videl vidI vide: video", "prestol: presto",
  "vec velik vecer: vece",
  "vec vecer: veceri",
  "velik: veci veceg vecega vecemu vecim vecih vecoj vecom", "velik vec: veca vecem vecima", "velik vec vecer: vecu",
  "vecP: vec",
  "visok: visa viseg visega visem visemu visim visima visih visima visoj visom visu",
  "visok visI: visi", "vis visI: vise",
  "gor gorI los: gori", "idX iduc: iduci",
  "los: goreg gorega gorem gorih gorim",
  "tez tesk tezI: tezi teze", "tez tesk: teza tezeg tezem tezih tezim tezoj tezom tezu",
  "uz usk: uzi uza uze uzeg uzega uzem uzemu uzih uzim uzima uzoj uzom uzu",
  "dva: dva dve dvije dvema dvjema dvaju",
  "svP: sav sva sve svi svih svim svima svega svemu svu",
  "svoj: svoj svoja svoje svoju svojim svojima svojih svojom svojoj svojeg svog svoga svom svome",
  "tko: ko tko koga kome komu kim kime",
  "stoP: sta sto cega cemu cime",
  "ni tko: niko nitko nikoga nikome nikog nikom",
  "nistaP: nista nisto nicega nicemu nicim",
  "bog: bog boga bogu bogom boze bogovi bogova bogovima bogove",
  "rim: rim rima rimu rimom",
  "mati: mati mater matere materi",
  "put: put puta putu putem putom putevi puteva putevima puteve putovi putova putovima putove puti",
  "rad: rad rada radu radom radovi radova radovima radove",
  "nov: nov novi nova novo nove novu novog novoga novom novome novoj novim novih novima noviji novija novije noviju novijeg novijih novijim novijoj novijom",
  "jaj: jaje jaja jajeta jajima",
  "nadP: nad", "posleP: posle poslije", "preP: pre prije", "samoP: samo", "tekP tek: tek", "tekomP: tekom", "tokP tok: tokom", "timP: time",
  "uprvP: upravo", "uzP: uz", "deset: deset", "medP: medu", "kaoP: kao",
  "trec: treci treca trece treceg trecem trecu trecoj trecih trecim trecom",
  "sel: selo", "mor: more moru morem morima", "deset: deseti desete", "morA: morao moralo morali morale", "osimP: osim", "baremP: barem", "negoP: nego", "sest: sest", "dobit: dobit", "uvet: uvet", "kraj: kraj", "zapadn: zapadni zapadne zapadnu", "rast: rast", "minut: minut", "posl poidX: posao",
  "ucI uidX: uci", "ucI uc: uce",
  "doidX: doci", "naidX: naci", "poidX: poci", "proidX: proci", "zaidX: zaci", "siidX: sici", "izaidX: izaci", "pronaidX: pronaci",
  "sledec: sledeci sledece sledecu", "vodec: vodeci vodece vodecu", "moguc: moguci", "tekuc: tekuci", "postojec: postojeci", "odgovarajuc: odgovarajuci", "buduc: buduci",
  "sadrzj: sadrzaj", "smestj: smestaj", "dogadj: dogadaj", "uticj: uticaj", "utecj: utecaj", "osecj: osecaj", "pokusj: pokusaj", "dozivlj: dozivljaj", "porodj: porodaj", "ocj: ocaj",
  "poduzec: poduzece", "preduzec: preduzece",
  "predk preidX pregN: preci", "predk: precima", "rec rek rekX: reci", "noc: noci", "pric pridX priidX: prici",
  "kuc: kuca kuce kuci kucu kucom kucama",
];

/** Forms that are clear once the marks are known. Those without a mark are not: it may have been left out. */
// biome-ignore format: a table reads better in rows
const FORMS_BY_KEY_MARKED: readonly string[] = [
  "vec: vijeće vijeća vijeću vijećem vijećima", "vecP: već", "vec velik: veće", "vecer: veče večeri", "rekX: reći reče", "rec: reči riječi", "uidX: ući uđe uđu ušao ušla ušli",
  "ucI: uči uče", "poidX: pošao pošla pošlo pošli pošle", "doidX: doći", "naidX: naći", "noc: noći noć", "stoP: što šta", "oko: oči očima", "uho: uši ušima", "vis: više", "nis: niš niša nišu nišom",
  "pric: priče priči", "priidX: prići",
];

/** Stems that belong to another stem, as well or instead: "stem: stem stem". */
// biome-ignore format: a table reads better in rows
const STEMS_BY_STEM: readonly string[] = [
  "ljud: covek ljud", "brac: brat", "gospod: gospodin gospod", "detet: det", "dec: det dec",
  "vremen: vrem", "prezimen: prezim", "plemen: plem", "semen: sem", "bremen: brem", "ramen: ram", "imen: ime",
  "dugmet: dugm", "drvet: drv", "cudes: cud", "nebes: neb", "teles: tel", "podnev: podn", "pilet: pil",
  "telet: tel", "mater: mati", "mozg: mosk", "kabel: kabl", "zaseok: zaselk", "odrastl: odrasl",
  "srbin: srb", "bugarin: bugr", "turcin: turk", "tatarin: tatr", "cincarin: cincr", "jevrejin: jevrej", "vlastelin: vlastel", "arapin: arp",
  "smrc: smrt", "pamec: pamet", "zavisc: zavist", "cetvrc: cetvrt", "propasc: propast",
  "drugc: drugacij", "ljubavlj: ljubv", "krvlj: krv", "mislj: misl", "solj: sol", "jesenj: jesen", "dozivljj: dozivlj", "dobic: dobic dobitk", "gubic: gubic gubitk", "napic: napitk", "uzic: uzic uzitk", "trenuc: trenutk", "pocec: pocetk", "izuzec: izuzetk", "zavrsec: zavrsetk", "produzec: produzetk", "zacec: zacetk", "sazec: sazetk",
  "pretk: predk", "snaj: snah",
  "gostij: gost", "kostij: kost", "prstij: prst", "noktij: nokt",
  "eur: eur evr", "evr: eur evr",
];

/** Comparatives with a stem of their own, or a softened one. */
// biome-ignore format: a table reads better in rows
const COMPARED_BY_STEM: readonly string[] = [
  "bolj: dobr", "manj: mal", "duz: dug duz", "dulj: dug", "jac: jak", "leps: lep", "krac: kratk", "laks: lak",
  "meks: mek", "niz: niz nisk", "bliz: bliz blisk", "sir: sir sirok", "dublj: dubok", "deblj: debel", "skuplj: skup",
  "tanj: tank", "draz: draz drag", "tis: tis tih", "ljuc: ljut", "zesc: zestok", "cvrsc: cvrst", "gusc: gust", "cesc: cest",
  "stroz: strog", "blaz: blaz blag", "zuc: zut", "crnj: crn", "belj: bel", "zivlj: ziv", "gluplj: glup", "grublj: grub",
];

export const WHOLE_FORMS: ReadonlyMap<string, readonly string[]> = readForms(FORMS_BY_KEY);
export const MARKED_FORMS: ReadonlyMap<string, readonly string[]> = readForms(FORMS_BY_KEY_MARKED);
/** Nouns whose last letters only look like an ending. */
export const FULL_NOUNS: ReadonlySet<string> = new Set(
  (
    "razvoj razlog predlog prilog nalog zalog ulog izlog slog dijalog katalog prolog psiholog biolog geolog ekolog kriminolog sociolog " +
    "politolog urolog nekrolog pedagog problem sistem prijem najem zajem ekstrem harem totem modem rezim pseudonim " +
    "aerodrom simptom prelom slom lom dom sindrom diplom fantom atom grom heroj pokoj spoj stroj sloj boj broj uboj " +
    "odboj naboj postroj ustroj prevoj kovceg stih obim amblem fonem kalem golem teorem jerusalem jeruzalem betlehem"
  ).split(" "),
);

/** Stems in -ov and -ev that are no plural of a shorter word. */
export const OV_STEMS: ReadonlySet<string> = new Set(
  "ustanov osnov obnov uslov naslov lopov ponov zahtev ostrov pokrov gotov kosov sarajev zenev genov moldov negov".split(
    " ",
  ),
);

/** Stems of countries named by an adjective: "Turska" asks for its feminine forms only, not for "turskih". */
export const COUNTRIES: ReadonlySet<string> = new Set(
  (
    "hrvatsk tursk bugarsk nemack francusk grck madarsk poljsk cesk slovack rumunsk rumunjsk spanjolsk englesk dansk " +
    "svedsk norvesk finsk irsk skotsk nizozemsk svicarsk svajcarsk srpsk"
  ).split(" "),
);

/** Stems of nouns in -oga, -ega, -ama, which is no ending there: kolega, uloga, reklama. */
export const LONG_STEMS: ReadonlySet<string> = new Set(
  "koleg ulog podlog sinagog reklam panoram obam alabam".split(" "),
);

export const STEMS: ReadonlyMap<string, readonly string[]> = readStems(STEMS_BY_STEM);
export const COMPARED_STEMS: ReadonlyMap<string, readonly string[]> = readStems(COMPARED_BY_STEM);

function readStems(table: readonly string[]): Map<string, string[]> {
  return new Map(
    table.map((entry) => {
      const [stem = "", stems = ""] = entry.split(": ");
      return [stem, stems.split(" ")];
    }),
  );
}

function readForms(table: readonly string[]): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const entry of table) {
    const [keys = "", words = ""] = entry.split(": ");
    for (const word of words.split(" ")) {
      forms.set(word, [...new Set([...(forms.get(word) ?? []), ...keys.split(" ")])]);
    }
  }
  return forms;
}
