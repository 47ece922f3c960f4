import { stemLexicon } from "#app/language/stems/lexicon.ts";

/** Nouns and adjectives whose forms no ending explains: the nominal stem, then whole words that have it. */
export const MACEDONIAN_NOUNS = `
  covek covek covekot covekov coveka covece luge luce lude lugeto ludeto luceto lugevo lugje
  det dete deteto detevo deca decata decava decana
  brat brat bratot brata brate braca bracata brakata braka
  den den denot denov denon dni dnite dnive denovi denovite denovive dena dene
  son son sonot soni sonista sonistata sonovi
  pes pes pesot pci pcite
  ok oko okoto oci ocite ocive
  uv uvo uvoto usi usite
  rac raka rakata rakava race racete raceve
  nog noga nogata noze nozete
  pat pat patot patov pati patista patistata patovi patovite
  kraj kraj krajot kraev kraevi kraevite kraista kraistata
  gospod gospodin gospodinot gospodine gospoda gospodata
  srb srbin srbinot srbi srbite
  turc turcin turcinot turci turcite
  bugar bugarin bugarinot bugari bugarite
  domacin domacin domacinot domacini domakin
  ime ime imeto imevo iminja iminjata
  vreme vreme vremeto vremevo vreminja vreminjata
  seme seme semeto seminja
  rame rame rameto ramena ramenata ramenici
  noc noc nocta nocva noci nocite noce
  pomos pomos pomosta pomosva pomosi
  krv krv krvta krvi
  smrt smrt smrtta smrta smrti smrtite
  rec rec recta reci recite
  sol sol solta soli
  zel zelba zelbata zelbi zelbite
  podracj podracje podracjeto podraceto podracja podracjata
  lisj list listot listovi listovite lisja lisjata listovi lisje
  kamn kamen kamenot kamenja kamenjata kameni
  vesnk vesnik vesnikot vesnici vesnicite
  ogn ogan oganj oganot ognot ognovi ognovite
  sed sedum
  cas cas casot casov casovi casovite casa
  grad grad gradot gradov gradon gradovi gradovite gradovive grada
  narod narod narodot narodov narodi narodite narode
  ovc ovca ovcata ovci ovcite
  majk majka majkata majki majkite majko
  momk momok momokot momci momcite
  potomk potomok potomokot potomci potomcite
  predk predok predokot predci predcite
  sum sum sumot sumovi
  volk volk volkot volci volcite volkovi
  grk grk grkot grci grcite
  kazn kazna kaznata kaznava
  zl zol zla zlo zli zliot zlata zloto zlite zlata zliov zlava pozol pozla pozlo pozli najzol najzla najzlo najzli
  gost gostin gostinot gostinov gosti gostite gostive
  francuz francuzin francuzinot francuzi francuzite francuzive
  rus rusin rusinot rusi rusite rusive
  evrein evrein evreinot evrei evreite
  vecer vecer vecerta vecerva veceri vecerite vecerva
  siot siot seta seto site
  nas nasa nase nasi nasiot nasata naseto nasite
  ide ideja idejata idejava idei ideite ideive
  neb nebo neboto nebovo nebesa nebesata
  taks taksi taksito taksivo taksija taksijata
  drv drvo drvoto drvovo drva drvata drvja drvjata drveto
  potvrd potvrda potvrdata potvrdi potvrdite potvrdava
  voen voen voena voeno voeni voeniot voenata voenoto voenite voeniov voenava voenovo voenive
  del del delot delov delon delovi delovite delovive
  delo delo deloto delovo dela delata delava
  let let letot letov letovi letovite letovive
  leto leto letoto letovo
  pol pol polot polov polovi polovite
  pole pole poleto polevo polinja polinjata
  eden eden edna edno edni edniot ednata ednoto ednite
`;

/** Verbs likewise: the stem, then whole words. Words of one or two letters before the ending belong here too. */
export const MACEDONIAN_VERBS = `
  sum sum e sme ste se bese bev bevme bevte bea bil bila bilo bile bide bidam bides bideme bidete bidat bidejci bidese bidi
  id ide idam ides ideme idete idat idev idese idevme idea idel idela isol isla islo isle
  dad dade dal dala dalo dale dadov dadoa dadovme dadat dadam dades dademe dadete dadel daden dadena dadeno dadeni
  dad dadese dadeja dadejci daj dajte
  zem zeme zel zela zelo zele zede zedov zedoa zedovme zedovte zemam zemes zememe zemete zemat zemi zemete zemen
  zem zemena zemeno zemeni
  jad jade jal jala jale jadam jades jademe jadete jadat jadese jadea jadel jadela jadele jadev jadi jadejci
  spi spie spijam spies spieme spiete spijat spiese spiel spiela spiele spiea spieja
  pi piv pi pivme pija pil pila pilo pij pijte
  pi pie pijam pies pieme piete pijat piese piel piela piele piea pien piena
  pe pee peam pees peeme peete peat pejat peese peel peela peele peea peeja peen peena peeni pejam
  mr mre
  potvrd potvrdi potvrdite
  gost gosti
  zna znam znas
  moz moze mozam mozes mozeme mozete mozat mozev mozese mozevme mozevte mozea mozel mozela mozelo mozele mozeja
`;

/** The past participles of vede and nese with their prefixes, as words: dovel, sprovela, donele. */
export const MACEDONIAN_LED = ["ved", "nes"]
  .flatMap((root) =>
    "do iz pre pri za na pro proiz od spro vo v raz po poraz ob pod".split(" ").map((prefix) => prefix + root),
  )
  .map((stem) => [stem, ...["el", "ela", "elo", "ele"].map((end) => stem.slice(0, -2) + end)].join(" "))
  .join("\n");

/**
 * Verb stems that stand for others, in the simple past (dojd-e, dos-ol) and where the vowel changes (izber-e, izbr-a).
 */
export const MACEDONIAN_VERB_STEMS = `
  dojd dos dosl, otid otis otisl, pojd pos posl, najd nas nasl, zajd zas zasl, snajd snas snasl, obid obis
  pronajd pronas pronasl, iznajd iznas, prejd pres, pridojd pridos, nadojd nados, razid razis, proid prois, naid nais, zaid zais, izid izis, priid priis, nadid nadis
  zem zed, prezem prez prezed, prevzem prevz prevzed, odzem odz odzed, predzem predz predzed, podzem podz
  vzem vz vzed, izzem izz, zazem zazed, obzem obz obzed, pozem poz pozed, dozem dozed, podzem podz podzed
  umr umrel, prostr prostrel
`;

const PREFIXES =
  "na za pre iz is do raz ras ob od ot po pri vo v u s pot o pro pod nad nado prepot zapot zapo prepo raspo so soz ispo".split(
    " ",
  );

/** Roots of verbs in -e with a past tense in -a (pise, pisa), the same for any prefix; where two differ, both. */
const PASTS = stemLexicon(`
  pis pis, kaz kaz, vrz vrz, maz maz, bris bris, plac plak, laz lag, drem drem, kap kap, griz griz, greb greb, dis dis
  liz liz, cep cep, vez vez, or or, ces ces, mes mes, zab zab, klep klep, sep sep, kas kas, sip sip, struz strug
  krad kr, drz drz, belez belez, sp sp, zna zn, tra tr traj, kaj kaj, laj laj
  ber br, zov zv, per pr, kol kl, ster str, dad d
`);

/** Stems in such a past tense of verbs in -e; the stem of the other forms first. */
export const MACEDONIAN_PASTS = new Map(
  [...PASTS].flatMap(([past, stem]) => [
    ...(past.length > 2 ? [[past, stem] as const] : []),
    ...PREFIXES.map((prefix) => [prefix + past, prefix + stem] as const),
    ...(past === "br" ? [["sobr", "sober"] as const, ["zbr", "zber"] as const] : []),
    ...(past === "d" ? [["izd", "izdad"] as const] : []),
  ]),
);

/** Adjectives and adverbs often compared: pogolem, povisoka. Their stems. */
export const MACEDONIAN_GRADABLE = new Set(
  `golem mal dobr los nov star mlad visk nisk siln slab brz bogat siromasn cest mnog malk dolg kratk tesk tezk lesn jak
  vazn znacajn uspesn poznat opasn blisk dalek dalecn rann docn dobr ubav topl studn ladn svez sirk tesn gust redk retk
  jasn cist pametn mocn moc efikasn stabiln sigurn bezbedn zdrav razvien intenzivn aktivn detaln obemn sloz slozn
  prost ednostavn skap evtin euftin iskusn serozn ozbiln strog blag povoln nepovoln pozitivn negativn ranliv cvrst
  rabotn popularn atraktivn interesn pravedn precizn tocn kvalitetn konkurentn moder modern glasn tivk tih dlabk plitk
  sir vreden vredn celosn sposobn odgovorn pristapn povtorn nezavisn samostojn drug mek tvrd tvrdokorn gladk slatk
  gorciv taz tazn srecn nesrecn slicn slobodn mirn poln ostr mudr hrabr bavn prazn zadovoln nezadovoln iskrn umn glup
  gord krupn sitn smel razlicn obicn cudn strasn uzasn grozn prijatn neprijatn udobn polezn korisn stetn potrebn
  profesionaln efektn efektivn ucinkovit otporn izdrzliv osetliv cuvstviteln kompleksn komplicirn dolgorocn
  kratkorocn vlijateln masovn mastabn ramnopravn otvorn sovremn tradicionaln konzervativn radikaln liberaln umern
  kriticn dramaticn tragicn elegantn luksuzn skromn prirodn realn konkretn direktn objektivn originaln kreativn
  produktivn profitabiln plodn privlecn zabavn dosadn neutraln human cesn verodostojn nadezn lojaln agresivn
  vnimateln pretpazliv strpliv tolerantn surov grub nezn fin`.split(/\s+/),
);

/** Third persons that are hardly ever the plural of a noun. */
export const MACEDONIAN_ONLY_VERBS = new Set(
  "pravi vodi nosi vidi kazi gradi sluzi trgni sledi vredi moli gori prati prima".split(" "),
);

/** Verbs as people ask for them; few would ask for the nouns they are forms of by these. */
export const MACEDONIAN_ASKED_VERBS = new Set(
  "raboti stavi vozi znaci glasi predlozi odluci udri pocisti zabrani cini ceni rece mora leta glasa smeni potvrdi broi deli spasi".split(
    " ",
  ),
);
