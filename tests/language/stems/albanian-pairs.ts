import { pairsOf } from "#tests/language/stems/pairs.ts";

/** Dictionary forms with inflected forms of theirs. */
export const ALBANIAN_FORMS = pairsOf(`
burg: burgu burgut burgun burgje burgjet burgjeve
burgosur: burgosurit burgosura burgosurve
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
mësues: mësuesi mësuesit mësuesin mësuesve
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
mirë: mira mirat mirën
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
kryetar: kryetari kryetarit kryetarë kryetarët
zëdhënës: zëdhënësi zëdhënësit zëdhënësja
përfaqësues: përfaqësuesi përfaqësuesit përfaqësuesve
zyrtar: zyrtari zyrtarë zyrtarët zyrtarëve zyrtare
rajon: rajoni rajonit rajone rajonet rajonin
rajonal: rajonale rajonalë
krizë: kriza krizës krizën krizat
forcë: forca forcës forcën forcat forcave
ushtri: ushtria ushtrisë ushtrinë
ushtar: ushtari ushtarë ushtarët
zgjidhje: zgjidhja zgjidhjes zgjidhjen zgjidhjet
marrëveshje: marrëveshja marrëveshjes marrëveshjen marrëveshjet marrëveshjeve
rritje: rritja rritjes rritjen
raport: raporti raportit raportin raporte raportet
politikë: politika politikës politikën politikat politikave
fushatë: fushata fushatës fushatën
kandidat: kandidati kandidatit kandidatë kandidatët kandidatin
votë: vota votës votën votat votave
opozitë: opozita opozitës opozitën
koalicion: koalicioni koalicionit koalicionin
pronë: prona pronës pronën pronat pronave
kishë: kisha kishës kishën kishat
arsye: arsyeja arsyes arsyen arsyet arsyeve
ide: ideja idenë idetë ideve
sistem: sistemi sistemit sistemin sisteme sistemet
grup: grupi grupit grupin grupe grupet grupeve
organizatë: organizata organizatës organizatën organizatat organizatave
institucion: institucioni institucione institucionet institucioneve
program: programin
komision: komisioni komisionit komisionin komisione
kuvend: kuvendi kuvendit kuvendin
parlament: parlamenti parlamentit parlamentin
kushtetutë: kushtetuta kushtetutës kushtetutën
sulm: sulmi sulmit sulme sulmet sulmeve
armë: arma armës armën armët armëve
vdekje: vdekja vdekjes vdekjen vdekjet
vrasje: vrasja vrasjes vrasjen vrasjet vrasjeve
vrasës: vrasësi vrasësit vrasësve
aksident: aksidenti aksidentit aksidente aksidentet
trup: trupi trupit trupin trupa trupat
kokë: koka kokës kokën kokat
zemër: zemra zemrës zemrën zemrat
udhëheqës: udhëheqësi udhëheqësit udhëheqësve
anëtar: anëtari anëtarë anëtarët anëtarëve anëtare
serb: serbi serbë serbët serbëve serbe
evropian: evropiane evropianë evropianët evropiani evropianes
amerikan: amerikane amerikanë amerikanët amerikani
grek: greke grekë grekët greku
gjerman: gjermane gjermanë
artist: artisti artistit artistë artistët
skenë: skena skenës skenën
festival: festivali festivalit festivalin festivale
ekip: ekipi ekipit ekipin ekipe ekipet
kampion: kampioni kampionë kampionët kampionit
kampionat: kampionati kampionatit kampionatin kampionate
dëm: dëmi dëme dëmet dëmeve
ditëlindje: ditëlindja ditëlindjes ditëlindjen
shpresë: shpresa shpresës shpresën shpresat
paraqes: paraqet paraqiti paraqitur paraqesin paraqitet
mbështes: mbështet mbështeti mbështetur mbështesin mbështetën
përbëj: përbën përbëjnë përbëri përbërë përbëhet
kryej: kryen kreu kryer kryhet kryejnë kryente kryhen
ndiej: ndien ndjeu ndihet ndihen
nënshkruaj: nënshkruan nënshkroi nënshkruar nënshkruajnë nënshkruhet
shpall: shpalli shpallur shpallet shpallën
shfaq: shfaqi shfaqur shfaqet shfaqen
grabit: grabiti grabitur grabitën
plagos: plagosi plagosur plagosën plagoset
zhduk: zhduku zhdukur zhduket zhdukën
vjedh: vodhi vjedhur vodhën vidhet vjedhin
filloj: fillon fillojnë filloi filluan filluar fillonte fillojë
përfundoj: përfundon përfundoi përfunduan përfunduar
miratoj: miratoi miratuan miratuar miratohet miratojë
deklaroj: deklaron deklaroi deklaruan deklaruar deklarojë
akuzoj: akuzon akuzoi akuzuar akuzohet akuzohen
ndaloj: ndalon ndaloi ndaluar ndalohet
ul: uli ulur ulet ulën
shpërndaj: shpërndan shpërndau shpërndarë shpërndahet shpërndahen
shpjegoj: shpjegon shpjegoi shpjeguar
besoj: beson besojnë besoi besuar besonte
pranoj: pranon pranoi pranuan pranuar pranojnë
çoj: çon çoi çuar çojnë çuan çojë
ndërtoj: ndërton ndërtoi ndërtuar ndërtohet
mbledh: mblidhen
këndoj: këndon këndoi kënduar këndojnë
lexoj: lexon lexoi lexuar lexohet
dëgjoj: dëgjon dëgjoi dëgjuar dëgjohet
kuptoj: kupton kuptoi kuptuar kuptohet
ngrihem: ngrihet
qëndroj: qëndron qëndroi qëndruar qëndrojnë
kaloj: kalon kaloi kaluar kalojnë kaluan
trajtoj: trajton trajtoi trajtuar trajtohet
sëmurë: sëmura sëmurit
sigurt: sigurta
nevojshëm: nevojshme nevojshmet
mundshëm: mundshme
ndryshëm: ndryshme
parë: para parët parat
dytë: dyta dytin dyti
shumtë: shumta
bukur: bukura
gjallë: gjalla gjallët
vështirë: vështira
bashkuar: bashkuara
varfër: varfra varfrit
pasur: pasura pasurit
huaj: huaja huajt
kuq: kuqe kuqi
zi: zezë zinj zeza
bardhë: bardha
lirë: lira
hap: hapi hapat hapave
vesh: veshi veshin veshën
gjysh: gjyshër gjyshërit
qiell: qiej qiejt qielli
bir: bij bijtë biri
lojë: loja lojëra lojërat
teatër: teatro teatrot
vendos: vendosë vendosim
nis: nisë nisin
rrit: rritë rritën
ndal: ndalur ndalet ndalni
shpik: shpikur shpiku
përfshij: përfshinë përfshirë
blej: blenë bleu
zgjedh: zgjidhet zgjidhen zgjodhi
zgjidh: zgjidhet zgjidhi
dorëhiqem: dorëhoqi dorëhequr
mbështes: mbështeti mbështetur
familje: familjen familjes familjeve
ngrohje: ngrohjen ngrohjet
vërejtje: vërejtjen vërejtjet
hyrje: hyrja hyrjes
fenomen: fenomeni fenomenet
njerëzor: njerëzore njerëzorë
`);

/** Words of different lemmas that look alike; some are of one root. */
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
para: parim
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
orë: or
zog: zonjë
mik: mikrofon
shok: shoqëri shoqata
plak: plagë
kalë: kaloj kaloi
dash: dashuri
derë: derr derdh
ditë: dituri ditar
mirë: mirënjohje
madh: madhëri
ri: rini riti
vjetër: vjetar
hap: hapësirë
hyj: hyjnor
dal: dallim dallon
marr: marrëveshje martesë
mbaj: mbajtës
nis: nismë
flas: flamur
vras: vrasës vrasje
shes: shesh sheshi
pres: presion president
njoh: njollë
sjell: sjellje
heq: hekur
kthej: kthim
gjej: gjelbër
blej: blerës
luaj: luftoj
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
gjuhë: gjueti
emër: emërim
numër: numëroj
letër: letrar
libër: libreza
qendër: qëndroj
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
plan: planetë
planet: plani planin
rrugë: rrugaç
makinë: makineri maketë
bankë: bankier banjë
banjë: banka
çmim: çmoj
çoj: çaj
treg: tregtar tregoj tregim
tregoj: treg tregu
euro: Evropë
milion: milicë
zë: zor zona
zonë: zonjë
gjë: gjak gjetje
lumë: lumtur
kufi: kufizim
dhunë: dhurata
dhënë: dhunë
drogë: drugë dru
siguri: sigurim siguroj
drejtësi: drejtoj drejtim
drejtues: drejtim drejtori
drejtor: drejtim
drejt: drejtues
ekonomi: ekonomist
kompani: kompas
lojtar: lojë
lojë: lot
lot: loja lojës
skuadër: skuq
trajner: trajtoj
trajtoj: trajner trajnim
teatër: teza
gazetar: gazeta gazetë
prind: print prift
prift: prind prindër
fëmijë: femër fem
femër: fëmija familja
familje: famë
famë: familja familjes
njeri: njësi
njësi: njeriu njerëz
vëlla: vello
armik: armë
armë: armik armiq
sëmundje: sëmurë
çështje: çast
faj: fije
fije: fëmijë
kombëtar: komb
komb: kombinim
shqiptar: shqip
social: socialist
politik: politikan
publik: publicitet
privat: privoj
Tiranë: tirazh
Kosovë: kos kose
Shkup: shkop
shkop: Shkupi Shkupit
Shqipëri: shqip
Maqedoni: maqedonas
Berisha: bereqet
Rama: ramazan
Evropë: evropian
vdes: vdekje vdekja
vij: vija
vijë: vinte erdhi
jap: japonez
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
leje: linte
bëj: bebe besë
besë: bëj bën
vë: vetë vend
thërras: thërrime
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
ngre: ngroh
ngroh: ngre ngriti
mbetem: mbetje
rrit: rritje
burim: burr
fund: fundamental
dimër: dinë
verë: verb
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
radio: rad
radhë: radio
rritje: rriti rritin
nisje: nisi nisin
humbje: humbi humbin
vdekje: vdekur
hyrje: hyri
lë: lyej lyhet
`);
