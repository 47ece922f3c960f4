import { pairsOf } from "#tests/domain/search/stems/pairs.ts";

/** Dictionary forms with inflected forms of theirs. */
export const ALBANIAN_FORMS = pairsOf(`
burg: burgu burgut burgun burgje burgjet burgjeve
i burgosur: burgosurit burgosura burgosurin
burgosur: burgosurit burgosura burgosurit burgosurve
gjykatë: gjykata gjykatës gjykatën gjykatat gjykatave
gjykatës: gjykatësi gjykatësit gjykatësin gjykatësve gjykatësja
gjyqtar: gjyqtari gjyqtarit gjyqtarë gjyqtarët gjyqtarëve
gjyq: gjyqi gjyqit gjyqin gjyqe gjyqet
ligj: ligji ligjit ligjin ligje ligjet ligjeve
dënim: dënimi dënimit dënimin dënime dënimet dënimeve
provë: prova provës provën provat provave
vepër: vepra veprës veprën veprat veprave
krim: krimi krimit krimin krime krimet krimeve
viktimë: viktima viktimës viktimën viktimat viktimave
prokuror: prokurori prokurorit prokurorë prokurorët prokurorëve
prokurori: prokuroria prokurorisë prokurorinë
avokat: avokati avokatit avokatë avokatët avokatëve
polici: policia policisë policinë
polic: polici policit policë policët policëve
shtëpi: shtëpia shtëpisë shtëpinë shtëpitë shtëpive
parti: partia partisë partinë partitë partive
qeveri: qeveria qeverisë qeverinë qeveritë qeverive
ministri: ministria ministrisë ministrinë ministritë ministrive
ministër: ministri ministrit ministrin ministra ministrat ministrave
kryeministër: kryeministri kryeministrit kryeministrin kryeministra
president: presidenti presidentit presidentin presidentë presidentët
deputet: deputeti deputetit deputetë deputetët deputetëve
shtet: shteti shtetit shtetin shtete shtetet shteteve
qytet: qyteti qytetit qytetin qytete qytetet qyteteve
qytetar: qytetari qytetarit qytetarë qytetarët qytetarëve
vend: vendi vendit vendin vende vendet vendeve
fshat: fshati fshatit fshatra fshatrat fshatrave
vit: viti vitit vitin vite vitet viteve vjet vjetet vitesh
ditë: dita ditës ditën ditët ditëve
muaj: muaji muajit muajin muajt muajve
javë: java javës javën javët javëve
orë: ora orës orën orët orëve
natë: nata natës natën net netët
kohë: koha kohës kohën kohët kohëve
punë: puna punës punën punët punëve
punëtor: punëtori punëtorë punëtorët punëtorëve
libër: libri librit librin libra librat librave
letër: letra letrës letrën letrat letrave
emër: emri emrit emrin emra emrat emrave
numër: numri numrit numrin numra numrat
qendër: qendra qendrës qendrën qendrat qendrave
motër: motra motrës motrën motrat
vëlla: vëllai vëllait vëllezër vëllezërit vëllezërve
nënë: nëna nënës nënën nënat nënave
baba: babai babait babain
djalë: djali djalit djalin djem djemtë djemve
vajzë: vajza vajzës vajzën vajzat vajzave
grua: gruaja gruas gruan gra gratë grave
burrë: burri burrit burrin burra burrat burrave
njeri: njeriu njeriut njeriun njerëz njerëzit njerëzve
fëmijë: fëmija fëmijës fëmijët fëmijëve
prind: prindi prindër prindërit prindërve
mik: miku mikut mikun miq miqtë miqve
armik: armiku armikut armiq armiqtë
shok: shoku shokut shokun shokë shokët shokëve
plak: plaku plakut pleq pleqtë pleqve
zog: zogu zogut zogj zogjtë
dash: dashi desh
dorë: dora dorës dorën duar duart duarve
derë: dera derës derën dyer dyert
kalë: kali kalit kuaj kuajt
sy: syri syrit sytë syve
zë: zëri zërit zërin zëra zërat
gjë: gjëja gjëra gjërat gjërave
mall: malli mallra mallrat mallrave
lumë: lumi lumit lumenj lumenjtë
kufi: kufiri kufirit kufirin kufij kufijtë
popull: populli popullit popullin popuj popujt popujve
artikull: artikulli artikullit artikuj artikujt artikujve
titull: titulli titullit tituj titujt
mësues: mësuesi mësuesit mësuesin mësuesve mësuesit
drejtues: drejtuesi drejtuesit drejtuesve
student: studenti studentit studentë studentët studentëve
nxënës: nxënësi nxënësit nxënësve nxënësin
shkollë: shkolla shkollës shkollën shkollat shkollave
universitet: universiteti universitetit universitete universitetet
spital: spitali spitalit spitalin spitale spitalet
mjek: mjeku mjekut mjekun mjekë mjekët mjekëve
sëmundje: sëmundja sëmundjes sëmundjen sëmundjet sëmundjeve
lëvizje: lëvizja lëvizjes lëvizjen lëvizjet lëvizjeve
mbledhje: mbledhja mbledhjes mbledhjen mbledhjet mbledhjeve
çështje: çështja çështjes çështjen çështjet çështjeve
zgjedhje: zgjedhja zgjedhjes zgjedhjen zgjedhjet zgjedhjeve
familje: familja familjes familjen familjet familjeve
gjendje: gjendja gjendjes gjendjen
faqe: faqja faqes faqen faqet faqeve
lule: lulja lules lulet luleve
shërbim: shërbimi shërbimit shërbimin shërbime shërbimet shërbimeve
vendim: vendimi vendimit vendimin vendime vendimet vendimeve
takim: takimi takimit takimin takime takimet
hetim: hetimi hetimit hetime hetimet hetimeve
zhvillim: zhvillimi zhvillimit zhvillime
rehabilitim: rehabilitimi rehabilitimit
mbikëqyrje: mbikëqyrja mbikëqyrjes mbikëqyrjen
masë: masa masës masën masat masave
dhunë: dhuna dhunës dhunën
drogë: droga drogës drogën drogat
siguri: siguria sigurisë sigurinë
liri: liria lirisë lirinë liritë
drejtësi: drejtësia drejtësisë drejtësinë
ekonomi: ekonomia ekonomisë ekonominë
kompani: kompania kompanisë kompaninë kompanitë kompanive
bankë: banka bankës bankën bankat bankave
çmim: çmimi çmimit çmime çmimet çmimeve
treg: tregu tregut tregun tregje tregjet
para: paraja paratë parave
euro: euron eurove
milion: milioni milionë milionët
projekt: projekti projektit projekte projektet projekteve
program: programi programit programe programet
plan: plani planit planin plane planet
problem: problemi problemit probleme problemet problemeve
rast: rasti rastit rastin raste rastet rasteve
rrugë: rruga rrugës rrugën rrugët rrugëve
makinë: makina makinës makinën makinat makinave
ndihmë: ndihma ndihmës ndihmën ndihmat
jetë: jeta jetës jetën jetët
botë: bota botës botën
luftë: lufta luftës luftën luftërat
paqe: paqja paqes paqen
luftëtar: luftëtari luftëtarë luftëtarët
ndeshje: ndeshja ndeshjes ndeshjen ndeshjet ndeshjeve
lojtar: lojtari lojtarit lojtarë lojtarët lojtarëve
skuadër: skuadra skuadrës skuadrën skuadrat
trajner: trajneri trajnerit trajnerë
gol: goli golin gola golat
film: filmi filmit filmin filma filmat filmave
këngë: kënga këngës këngën këngët këngëve
shkrimtar: shkrimtari shkrimtarit shkrimtarë
teatër: teatri teatrit teatrin teatro
gazetë: gazeta gazetës gazetën gazetat
gazetar: gazetari gazetarë gazetarët gazetarëve
person: personi personit persona personat personave
i mirë: mirë mira mirat
mirë: mira mirat mirën
i madh: madhe mëdhenj mëdha
madh: madhe mëdhenj mëdha madhin madhit mëdhatë
vogël: vogla vegjël voglat vogëlit
ri: re rinj reja rejat rinjtë
vjetër: vjetra vjetrat
keq: keqe këqij këqija
tjetër: tjetra tjetrit tjera tjerë tjerët tjerat
gjatë: gjata gjatat
lartë: larta lartat
fortë: forta
rëndë: rënda rëndat
rëndësishëm: rëndësishme rëndësishmit rëndësishmen
përgjithshëm: përgjithshme përgjithshmit
sotëm: sotme sotmit
shqiptar: shqiptare shqiptarë shqiptari shqiptarët shqiptarëve shqiptaret
kombëtar: kombëtare kombëtarë kombëtares kombëtaren
ndërkombëtar: ndërkombëtare ndërkombëtarë ndërkombëtarët
social: sociale socialë socialit
politik: politike politikë
publik: publike publikë publikun
hapur: hapura
shtëpi: shtëpish
Tiranë: Tirana Tiranës Tiranën
Kosovë: Kosova Kosovës Kosovën
Shqipëri: Shqipëria Shqipërisë Shqipërinë
Maqedoni: Maqedonia Maqedonisë Maqedoninë
Shkup: Shkupi Shkupit Shkupin
Berisha: Berishës Berishën
Evropë: Evropa Evropës Evropën
Rama: Ramës Ramën
Thaçi: Thaçit Thaçin
Nano: Nanos Nanon
Gruevski: Gruevskit Gruevskin Gruevskiu
punoj: punon punojmë punoni punojnë punova punove punoi punuam punuan punoja punonte punonin punuar punosh punojë punohet
shkoj: shkon shkojmë shkojnë shkoi shkova shkuan shkuar shkonte shkonin shkosh shkojë
dënoj: dënon dënoi dënuan dënuar dënohet dënohen dënohej
mendoj: mendon mendojnë mendoi mendonte menduar
kërkoj: kërkon kërkojnë kërkoi kërkuan kërkuar kërkonte kërkohet kërkohen kërkojë
takoj: takon takoi takuan takuar takohet takohen takohej
ndihmoj: ndihmon ndihmojnë ndihmoi ndihmuar ndihmojë
jetoj: jeton jetojnë jetoi jetuar jetonte jetonin
fitoj: fiton fitoi fituan fituar fitojë fitohet
vazhdoj: vazhdon vazhdojnë vazhdoi vazhduar vazhdojë vazhdonte
shkruaj: shkruan shkruajnë shkroi shkruar shkruante shkruhet shkrova shkruhen
luaj: luan luajti luajtur luhet luante luajnë
paguaj: paguan pagoi paguar paguhet paguajnë
ruaj: ruan ruajti ruajtur ruhet ruajnë
quaj: quan quhet quhen quajti quajtur quhej
mbaj: mban mbajti mbajtur mbante mbajnë mbahet mbahen mbajë mbajtën
ndaj: ndan ndau ndarë ndahet ndante
laj: lan lau larë
kthej: kthen ktheu kthyer kthehet kthehen kthente kthejnë kthehej kthyen
thyej: thyen theu thyer thyhet
blej: blen bleu blerë blihet blejnë
shërbej: shërben shërbeu shërbyer shërbejnë
gjej: gjen gjeti gjetur gjetën gjejnë gjente
arrij: arrin arriti arritur arritën arrijnë arrihet arrinte
përfshij: përfshin përfshiu përfshirë përfshihet përfshihen përfshinte
hyj: hyn hyri hyrë hynte hyjnë hynë
hap: hapi hapur hapet hapin hapte hapën hapëm hapim hapni hapen hapej
mbyll: mbylli mbyllur mbyllet mbyllen mbyllin mbyllën
nis: nisi nisur niset nisin nisën nisej
vendos: vendosi vendosur vendoset vendosën vendosin vendoste
burgos: burgosi burgosur burgoset burgosën
marr: merr mori marrë marrim merrni marrin merret merren morën mora merrte
them: thotë thonë tha thënë thoshte thashë thanë thuhet thuhej themi
vij: vjen vijnë erdhi erdha erdhën ardhur vinte vinin vijë
jap: jep japin dha dhanë dhënë jepte jepet japë
shoh: sheh shohin pa pashë panë parë shihet shihte
dua: do duan desha deshi dashur donte donin duam
kam: ka kanë kemi kishte kishin pati pasur ke
jam: është janë ishte ishin qenë qe jemi je
bëj: bën bëri bërë bënte bëjnë bëhet bëhen bënë bëja
vë: vuri vënë vunë vihet
lë: la lënë lanë linte lihet
zë: zuri zënë zunë
di: dinte ditur dimë dinë dihet
rri: rrinte ndenji ndenjur
bie: ra rënë ranë bien binte
mund: mundi mundën mundur mundet
dal: del doli dalë dolën dalin dilte
flas: flet foli folur flasin flitet folën fliste
vras: vret vrau vrarë vritet vranë vrasin
pres: pret priti pritur presin pritet prisnin
vdes: vdiq vdekur vdesin vdiqën
shes: shet shiti shitur shitet shesin
thërras: thërret thirri thirrur thërrasin
godas: godet goditi goditur goditet
pyes: pyet pyeti pyetur pyesin
njoh: njeh njohu njohur njihet njohin njihte
mbledh: mblodhi mbledhur mblidhet mblodhën mbledhin
zgjedh: zgjodhi zgjedhur zgjodhën zgjedhin
hedh: hodhi hedhur hidhet hodhën
sjell: solli sjellë sollën sjellin sillet
përcjell: përcolli përcjellë
nxjerr: nxori nxjerrë nxjerrin nxorën
heq: hoqi hequr heqin hiqet hoqën
tërheq: tërhoqi tërhequr tërhiqet tërhoqën
ndjek: ndoqi ndjekur ndjekin ndiqet ndoqën
djeg: dogji djegur digjet
ngre: ngriti ngritur ngrihet ngritën ngrenë
ndodh: ndodhi ndodhur ndodhet ndodhin ndodhte ndodhen
lind: lindi lindur lindën lindin
humb: humbi humbur humbet humbën humbasin
përdor: përdori përdorur përdoret përdorin përdorën
shpreh: shprehu shprehur shprehet shprehën
përgatit: përgatiti përgatitur përgatitet përgatitën përgatisin
rrit: rriti rritur rritet rriten
mbetem: mbetet mbeti mbetur mbetën mbeten
dukem: duket dukej dukur duken
lidh: lidhi lidhur lidhet lidhen lidhin
prek: preku prekur preket prekën
`).filter(([one]) => !one.includes(" "));

/** Words of different lemmas that look alike. Derivations are left out. */
export const ALBANIAN_OTHERS = pairsOf(`
punë: punoj
dorë: dordolec
ministër: ministria ministrisë
polic: policia policisë
prokuror: prokuroria prokurorisë
qytet: qytetar qytetari
vend: vendim vendos vendosi
vit: vitrinë
burg: burgos burgosi
krim: krem krimb krip
liri: lirë lira
ligj: lig ligësi
lule: luan lulëzoj
parti: part partner
para: parë parim
masë: mas mashkull
rast: rasë
mal: mall mallra
mall: mal male
djalë: dal dalje
grua: grup grushti
burrë: burim burg burse
botë: bot botim
natë: natyrë
javë: javore
kohë: kohë0
orë: oraku or
zog: zonjë
mik: mikrofon
shok: shoqëri shoqata
plak: plagë plakë0
kalë: kaloj kaloi
dash: dashur0 dashuri
derë: derr derdh
ditë: dituri ditar
mirë: mirënjohje
madh: madhëri
ri: rini riti
vjetër: vjetar
lartë: lart0
hap: hapësirë
hyj: hyjnor
hedh: hedhur0
dal: dallim dallon
marr: marrëveshje martesë
mbaj: mbajtës
nis: nismë
lind: lindje0
lidh: lidhje0
flas: flamur
vras: vrasës vrasje
shes: shesh sheshi
pres: presion president
njoh: njollë
sjell: sjellje
heq: hekur
kthej: kthim
gjej: gjelbër gjem
blej: blerës
luaj: luftoj
quaj: qoj0
ruaj: roje
shkruaj: shkrim
punoj: puna punës
mendoj: mend mendje
takoj: takim takimi
jetoj: jeta jetës
dënoj: dënim dënimi
fitoj: fitim fitimi
ndihmoj: ndihma ndihmë
kërkoj: kërkim kërkesë
luftoj: lufta luftë
vazhdoj: vazhdim
shtëpi: shtypi shtypa
shtet: shtat shtatë
shtyp: shtëpi
shkollë: shkoj shkallë
shkallë: shkollë
gjykatë: gjykim
gjyq: gjuhë gjumë
gjuhë: gjuha0 gjueti
emër: emërim
numër: numëroj
letër: letrar
libër: libreza
qendër: qëndroj qëndro0
motër: motor motiv
motor: motra
vajzë: vaj vajta
nënë: nën
baba: babëzi
popull: popullor popullsi
artikull: arti artist
titull: titullar
mësues: mësim mësoj
student: studim studio
studio: studim studimi
spital: spirt
mjek: mjet mjekësi
mjet: mjek mjeku
faqe: fakt fakte faktor
fakt: faqe faqja
paqe: pako paku
takim: takë taksa
taksë: takim taksi
taksi: taksa taksat
film: filloj fillim
fill: film
këngë: kënd kënaq
gol: golf gojë
gojë: gol gola
gazetë: gazi gazra
person: personel personazh
program: progres
projekt: projektor
problem: probim
plan: planet0 planetë
planet: plani planin plan
rrugë: rrua rrugaç
makinë: makineri maketë
bankë: bankier banjë
banjë: banka banka
çmim: çmoj
çoj: çaj
treg: tregtar tregoj tregim
tregoj: treg tregu
euro: Evropë
milion: milicë
zë: zor zona
zonë: zonjë
sy: sytha
gjë: gjak gjetje
lumë: lumtur
kufi: kufizim
dhunë: dhurata
dhënë: dhunë
drogë: drugë dru
siguri: sigurim siguroj
drejtësi: drejtoj drejtim
drejtues: drejtim drejtori
drejtor: drejtori0 drejtim
drejt: drejtues
ekonomi: ekonomist
kompani: kompas
ndeshje: ndesh0
lojtar: lojë
lojë: lot
lot: loja lojës
skuadër: skuq
trajner: trajtoj
trajtoj: trajner trajnim
teatër: teza
gazetar: gazeta gazetë
president: presim
deputet: deputim
prind: print prift
prift: prind prindër
fëmijë: femër fem
femër: fëmija familja
familje: famë
famë: familja familjes
njeri: njësi njëri0
njësi: njeriu njerëz
vëlla: vello velle
armik: armë
armë: armik armiq
sëmundje: sëmurë
lëvizje: lëviz0
çështje: çast
faj: fajde fije
fije: fëmijë
kombëtar: komb
komb: kombinim
shqiptar: shqip
social: socialist
politik: politikan
publik: publicitet
privat: privoj
Tiranë: tiran0 tirazh
Kosovë: kos kose
Shkup: shkop
shkop: Shkupi Shkupit
Shqipëri: shqip
Maqedoni: maqedonas
Berisha: bereqet
Rama: ramazan
Evropë: evropian
vdes: vdekje vdekja
vij: vijë vija
vijë: vinte erdhi
jap: japonez
shoh: shoqe
kam: këmbë kampion
jam: jaht
di: diell ditë
diell: di dihet
bie: bimë
rri: rrip
mund: mundim mundësi
mundësi: mund mundi
them: themel themeloj
themel: them tha
lë: lejoj leje
leje: lëmë0 linte
bëj: bebe besë
besë: bëj bën
vë: vetë vend
thërras: thërrime
hesht: heshtë
ndodh: ndonjë
humb: humbje
prek: prekje
lidh: ligj
përdor: përdorim
pyes: pyetje pyll
pyll: pyes pyeti
godas: gogol
zgjedh: zgjidh zgjidhi
zgjidh: zgjedh zgjodhi
zgjoj: zgjedh
mbledh: mbjell mbolli
mbjell: mblodhi mbledh
mbyll: mbyt mbyti
mbyt: mbyll mbylli
ndjek: ndjej ndjeu
ndjej: ndjek ndoqi
djeg: di
ngre: ngrij0 ngroh
ngroh: ngre ngriti
dukem: dukë
mbetem: mbetje
rrit: rritje
burim: burr
fund: fundamental
dimër: dimë0 dinë
verë: verb vera0
verb: verë
gur: gurgull
kur: kurs kursej
kurs: kursej kurorë
kursej: kurs kursi
ujë: ujk
ujk: ujë ujëra
bukë: bukur
bukur: bukë buka
pemë: penë
penë: pemë pemët
kokë: kockë
kockë: koka kokës
sport: port
port: portë
portë: porosi
hotel: hot
radio: rad rada
radhë: radio
`.replace(/ \S+0(?= |\n)/g, ""));
