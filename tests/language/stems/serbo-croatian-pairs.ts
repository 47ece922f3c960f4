/**
 * Words by hand for the stemmer of Bosnian, Croatian, Montenegrin and Serbian, in usual spelling: forms that must
 * meet their dictionary form, and words that must not meet.
 */
import { type Pair, pairsOf } from "#tests/language/stems/pairs.ts";

// Each line: dictionary form: inflected forms.
const NOUNS = `
zatvor: zatvora zatvoru zatvorom zatvori zatvorima zatvore
zatvorenik: zatvorenika zatvoreniku zatvorenikom zatvorenici zatvorenicima zatvorenike
osuđenik: osuđenika osuđenici osuđenicima
povratnik: povratnika povratnici povratnicima
maloljetnik: maloljetnika maloljetnici maloletnici maloletnicima
službenik: službenika službenici službenicima službenike
radnik: radnika radnici radnike radnicima
radnica: radnice radnici radnicu radnicom radnicama
presuda: presude presudi presudu presudom presudama
kazna: kazne kazni kaznu kaznom kaznama
probacija: probacije probaciji probaciju probacijom
resocijalizacija: resocijalizacije resocijalizaciji
preporuka: preporuke preporuci preporuku preporukama
podrška: podrške podršci podršku podrškom
zajednica: zajednice zajednici zajednicama
grad: grada gradu gradom gradovi gradova gradovima gradove
slučaj: slučaja slučaju slučajem slučajevi slučajeva slučajevima
posao: posla poslu poslom poslovi poslova poslovima
misao: misli mislima mišlju
smisao: smisla smislu smislom
deo: dela delu delovi delova
dio: dijela dijelu dijelom dijelovi dijelova
udio: udjela udjelu udjelom
branilac: branioca braniocu branioci branilaca braniocima
prevodilac: prevodioca prevodiocu prevodioci
tužilac: tužioca tužiocu tužioci tužilaca
počinilac: počinioca počinioci počinilaca
sudac: suca sucu sucem suci sudaca
otac: oca ocu ocem očevi
svetac: sveca sveci
centar: centra centru centrom centri centara centrima
ministar: ministra ministru ministrom ministri ministara
metar: metra metara metri
momak: momka momku momci momaka momcima
zadatak: zadatka zadatku zadaci zadataka zadacima
podatak: podatka podaci podataka podacima
nedostatak: nedostatka nedostaci nedostataka
početak: početka početku počeci
dobitak: dobitka dobici
gubitak: gubitka gubici gubitaka
sastanak: sastanka sastanku sastanci sastanaka sastancima
zaključak: zaključka zaključci zaključaka
dolazak: dolaska dolasku dolasci
izlazak: izlaska izlasku
predak: pretka preci predaka
rizik: rizika rizici rizicima rizike
uspeh: uspeha uspesi uspesima
uspjeh: uspjeha uspjesi
razlog: razloga razlogu razlozi razlozima razloge
predlog: predloga predlozi
prijedlog: prijedloga prijedlozi predloga
čovek: čoveka čoveku ljudi ljudima ljude
čovjek: čovjeka čovjeku čovjekom ljudi
dete: deteta detetu detetom deca dece deci
dijete: djeteta djetetu djeca djece djeci djecom
vreme: vremena vremenu vremenom vremenima
vrijeme: vremena vremenu
ime: imena imenu imenom imenima
prezime: prezimena prezimenu
oko: oka oku oči očiju očima
uho: uha uši ušima ušiju
uvo: uva uši
brat: brata bratu braća braće braći braću
gospodin: gospodina gospodinu gospoda gospode
građanin: građanina građaninu građani građana građanima građane
Beograđanin: Beograđanina Beograđani Beograđana
Srbin: Srbina Srbi Srba Srbima
Bugarin: Bugarina Bugari
Turčin: Turčina Turci Turaka
pas: psa psu psi pasa psima
san: sna snovi snova
dan: dana danu dani danima
mesec: meseca mesecu meseci mesecima
mjesec: mjeseca mjeseci mesec
put: puta putevi puteva
sat: sata sati satima satova
stvar: stvari stvarima
odgovornost: odgovornosti odgovornošću
sigurnost: sigurnosti sigurnošću
bezbednost: bezbednosti bezbednošću bezbjednosti
vlast: vlasti vlašću vlastima
smrt: smrti smrću
noć: noći noćima noću
reč: reči rečima rečju
riječ: riječi riječima
ljubav: ljubavi ljubavlju
krv: krvi krvlju
pomoć: pomoći pomoću
zemlja: zemlje zemlji zemlju zemljom zemalja zemljama
sestra: sestre sestri sestara sestrama
majka: majke majci majku majki
ruka: ruke ruci ruku rukama
knjiga: knjige knjizi knjigu knjigama
noga: noge nozi nogu
banka: banke banci banaka bankama
odluka: odluke odluci odluku odlukama
stranka: stranke stranci stranaka strankama
tačka: tačke tački tačaka
pesma: pesme pesmi pesama pjesama
pjesma: pjesme pjesama pjesmama
pismo: pisma pismu pismom pisama pismima
društvo: društva društvu društava društvima
sredstvo: sredstva sredstava sredstvima
mesto: mesta mestu mestima mjesta
mjesto: mjesta mjestu mjestima
mera: mere meri mera merama mjere mjera
mjera: mjere mjeri mjerama mera
cijena: cijene cijeni cijenu cijenama cena cene
vijeće: vijeća vijeću vijećima veće
rješenje: rješenja rješenju rješenjem rešenje
mišljenje: mišljenja mišljenju mišljenjem
pitanje: pitanja pitanju pitanjem pitanjima
suđenje: suđenja suđenju suđenjem
lečenje: lečenja lečenju liječenja
područje: područja području područjem područjima
oružje: oružja oružju oružjem
zdravlje: zdravlja zdravlju zdravljem
kazalište: kazališta kazalištu kazalištem
pozorište: pozorišta pozorištu
učitelj: učitelja učitelju učiteljem učitelji učiteljima
prijatelj: prijatelja prijateljem prijatelji
kralj: kralja kralju kraljem kraljevi
lekar: lekara lekaru lekarom lekari
vojnik: vojnika vojnici vojnike
predsednik: predsednika predsedniku predsednici predsjednik
predsjednik: predsjednika predsjedniku predsjednikom predsjednici
policajac: policajca policajcu policajci policajaca
novac: novca novcu novcem
starac: starca starci staraca
kupac: kupca kupci
Nijemac: Nijemca Nijemci Nijemaca Nemac
student: studenta studenti studenata studentima
dokument: dokumenta dokumenti dokumenata
projekat: projekta projekti projekata
projekt: projekta projekti projekata
subjekt: subjekta subjekata subjektima
problem: problema problemu problemi problemima
sistem: sistema sistemu sistemom sistemi
režim: režima režimu
program: programa programi programima
radio: radija radiju
studio: studija studiju studiji
hiljada: hiljade hiljadu hiljada
tisuća: tisuće tisuću tisućama
euro: eura euru eurima
evro: evra evri
država: države državi državu državama
vlada: vlade vladi vladom
policija: policije policiji policiju policijom
sudija: sudije sudiji sudijom sudijama
kolega: kolege kolegi kolegama
žena: žene ženi ženu ženama
kćer: kćeri kćerima kći
rad: rada radu radom radovi radova
duh: duha dusi duhovi
rok: roka roku rokovi rokova
krug: kruga krugovi
ugao: ugla uglu uglovi
anđeo: anđela anđeli
nebo: neba nebesa nebesima
crkva: crkve crkvi crkava
bitka: bitke bitki bici bitaka
pažnja: pažnje pažnji pažnju
vještina: vještine vještina veština veštine
uvjet: uvjeta uvjeti uvjetima
uslov: uslova uslovi uslovima
osnova: osnove osnovi osnovu osnovama
sukob: sukoba sukobu sukobi
zakon: zakona zakonu zakoni zakonima
ured: ureda uredu uredi
gospodarstvo: gospodarstva gospodarstvu gospodarstvom
kriterij: kriterija kriteriji kriterijem kriterijima
medij: medija medijima medijem
scenarij: scenarija scenariju scenarijem
intervju: intervjua intervjuu intervjui intervjuima
izuzetak: izuzetka izuzeci izuzetaka izuzecima
završetak: završetka završeci
talac: taoca taoci talaca taocima
zvuk: zvuka zvuci zvukova
doživljaj: doživljaja doživljaji doživljajima
mozak: mozga mozgu mozgom
tijek: tijeka tijeku
kabel: kabela kabla kablovi
teorem: teorema teoremi
um: uma umovi umova
kolega: kolegom kolegu
reklama: reklame reklami reklamama
moral: morala moralu moralom
uloga: uloge ulozi ulogama
četvrtina: četvrtine četvrtinu
`;

const NAMES = `
Beograd: Beograda Beogradu Beogradom
Zagreb: Zagreba Zagrebu
Sarajevo: Sarajeva Sarajevu Sarajevom
Kosovo: Kosova Kosovu Kosovom
Bosna: Bosne Bosni Bosnu
Srbija: Srbije Srbiji Srbiju Srbijom
Hrvatska: Hrvatske Hrvatskoj Hrvatsku Hrvatskom
Grčka: Grčke Grčkoj Grčku
Njemačka: Njemačke Njemačkoj Nemačka Nemačke
Amerika: Amerike Americi Ameriku
Rijeka: Rijeke Rijeci Rijeku
Sava: Save Savi Savu
Ženeva: Ženeve Ženevi Ženevu
Pariz: Pariza Parizu
Čakovec: Čakovca Čakovcu
Petrović: Petrovića Petroviću Petrovićem
Babić: Babića Babiću
Đurđić: Đurđića Đurđiću
Nikola: Nikole Nikoli Nikolu
Marko: Marka Marku Markom
Ana: Ane Ani Anu Anom
Romero: Romera Romeru
Martin: Martina Martinu Martinom
Vidić: Vidića Vidiću
Europa: Europe Europi Evropa Evrope
Crnogorac: Crnogorca Crnogorci Crnogoraca
Murphy: Murphyja Murphyju
Aleksandar: Aleksandra Aleksandru
Petar: Petra Petru
Albanac: Albanca Albanci Albanaca
Peru: Perua Peruu
Baku: Bakua Bakuu
Niš: Niša Nišom
Jeruzalem: Jeruzalema Jeruzalemu
Obama: Obame Obami Obamu
`;

const ADJECTIVES = `
nov: nova novog novoga novom novome novi novih novim novoj noviji novije
star: stara starog starih stariji starijeg najstariji
dobar: dobra dobri dobrog dobrih bolji bolje boljeg najbolji
loš: loša lošeg lošim
velik: veliki velika velikog velikih veći veća većeg najveći
mali: mala malog malih manji manje manjeg najmanji
visok: visoka visokog viši viših najviši
nizak: niska niskog niskih niži
dug: duga dugog duži dulji najduži
kratak: kratka kratkog kratki kraći
jak: jaka jakog jači jačeg najjači
brz: brza brzog brži brže
mlad: mlada mladih mlađi mlađih
lijep: lijepa lijepog ljepši lep
lep: lepa lepog lepši
težak: teška teškog teži
lak: laka lakog lakši lakše
uzak: uska uskog uži
blizak: bliska bliskih bliži
jasan: jasna jasnog jasniji jasno
važan: važna važnog važniji važnijeg važnijih najvažniji najvažnije
siguran: sigurna sigurnog sigurniji
opasan: opasna opasnih opasniji
bolestan: bolesna bolesnih
koristan: korisna korisnih korisniji
izvestan: izvesna izvesno
slobodan: slobodna slobodnog slobodni
topao: topla toplog topli
svetao: svetla svetlog
debeo: debela debelog
bijel: bijela bijelog bijeli bela
beo: bela belog beli
ceo: cela celog celu
cijel: cijela cijelog cio
zreo: zrela zrelih
srpski: srpskog srpska srpskih srpsko
hrvatski: hrvatskog hrvatska hrvatskoj
politički: političkog politička političke političkih
vojni: vojnog vojne vojnih
glavni: glavnog glavna glavnom
posljednji: posljednjeg posljednja posljednjih poslednji poslednjeg
sljedeći: sljedećeg sljedeća sledeći
vodeći: vodećeg vodećih
poznat: poznata poznatog poznatiji najpoznatiji
optužen: optuženog optuženi optuženih
osuđen: osuđenog osuđeni osuđena osuđenima
uhapšen: uhapšeni uhapšenih
gotov: gotova gotovog gotovi
socijalan: socijalna socijalne socijalnog socijalni
uslovni: uslovnog uslovna uslovne
drag: draga dragi draži
dubok: duboka dublji
širok: široka širi
jeftin: jeftina jeftiniji
Markov: Markova Markovog
dječji: dječjeg dječje dječjih dječjim
zadovoljan: zadovoljna zadovoljniji
slab: slaba slabi slabiji slabija slabijeg
spor: spora spori sporiji sporije
ran: rana rani raniji ranije ranijih
čist: čista čisti čistiji
potpun: potpuna potpuni potpuniji
pouzdan: pouzdana pouzdani pouzdaniji pouzdanijih
sklon: sklona skloni skloniji
moderan: moderna moderni moderniji najmoderniji najmodernijeg
moćan: moćna moćni moćniji najmoćniji
miran: mirna mirni najmirniji
logičan: logična najlogičniji najlogičnije
osnovan: osnovana osnovani osnovanog
organiziran: organizirana organizirani organiziranog
aktivan: aktivna aktivni aktivnog
peti: peta pete petog petoj
idući: iduća iduće idućeg
odrastao: odrasla odrasli odraslih
`;

const VERBS = `
raditi: radim radi rade radio radila radili radeći radit radiće
govoriti: govorim govori govore govorio govorila
tražiti: traži traže tražio tražila
osuditi: osudi osude osudio osudili
suditi: sudi sude sudio
braniti: brani brane branio
zabraniti: zabrani zabranio zabranila
zatvoriti: zatvori zatvore zatvorio
odlučiti: odluči odluče odlučio odlučila odlučiše
liječiti: liječi liječe liječio leči
kazniti: kazni kazne kaznio
vratiti: vrati vrate vratio vratila
platiti: plati plate platio
pustiti: pusti puste pustio
štititi: štiti štite štitio
pobijediti: pobijedi pobijedio pobedi pobedio
gledati: gledam gleda gledaju gledao gledala gledajući
imati: imam ima imaju imao imala nema nemaju
čekati: čeka čekaju čekao čekali
igrati: igra igraju igrao igrala
pisati: piše pišu pisao pisala pišem
napisati: napiše napisao napisala
kazati: kaže kažu kazao kazala
pokazati: pokaže pokazao pokazala
vikati: viče viču vikao
kretati: kreće kreću kretao
uticati: utiče utiču uticao
utjecati: utječe utjecao utječu
pomagati: pomaže pomažu pomagao
predlagati: predlaže predlažu predlagao
trajati: traje traju trajao trajala
davati: daje daju davao davala
prodavati: prodaje prodavao prodaju
poznavati: poznaje poznavao
kupovati: kupuje kupuju kupovao kupovala
putovati: putuje putovao putuju
organizovati: organizuje organizovao organizovali
organizirati: organizira organiziraju organizirao
ukazivati: ukazuje ukazuju ukazivao
naglašavati: naglašava naglašavao
nazivati: naziva nazivaju nazivao
uživati: uživa uživaju uživao
čuti: čuje čuju čuo čula
krenuti: krene krenu krenuo krenula krenut
prekinuti: prekine prekinuo prekinuli
poginuti: pogine poginuo poginula poginuli
dići: digne dignu digao digla
dignuti: digne digao dignuo
stići: stigne stigao stigla stigli stignu
postići: postigne postigao postigli
pobjeći: pobjegne pobjegao pobjegla pobegao
izbeći: izbegne izbegao
istaknuti: istakne istakao istakla istaknuo
moći: mogu može možemo mogao mogla mogli
pomoći: pomogne pomogao pomogla
reći: rekao rekla rekli reče reknu rekoh
izreći: izrekao izrekla izreče
peći: peče peku pekao
teći: teče teku tekao
proteći: proteče protekao protekla
vući: vuče vuku vukao
povući: povuče povukao povukla povuku
obući: obuče obukao
ići: ide idu išao išla idući
doći: dođe dođu došao došla dođoše
naći: nađe našao našla
pronaći: pronađe pronašao pronašli
izaći: izađe izašao izašla
otići: ode odu otišao otišla
ući: uđe ušao ušli
prići: priđe prišao
početi: počne počeo počela počnu
uzeti: uzme uzeo uzela uzmu
preuzeti: preuzme preuzeo preuzela
oduzeti: oduzme oduzeo
zvati: zove zovu zvao zvala
pozvati: pozove pozvao pozvali
brati: bere beru brao
izabrati: izabere izabrao izabrali
slati: šalje šalju slao šaljem
poslati: pošalje poslao poslala
hteti: hoće hteo htela neće
htjeti: hoće htio htjela neće
biti: je su bio bila biće bude nije nisu
znati: zna znaju znao znala
saznati: sazna saznao saznali
živeti: živi žive živeo živela živio
živjeti: živi živio živjela
videti: vidi vide video videla vidio
vidjeti: vidi vidio vidjela video
voljeti: voli vole volio voleo
trčati: trči trče trčao
držati: drži drže držao
ležati: leži leže ležao
stajati: stoji stoje stajao
bojati: boji boje bojao
smejati: smeje smejao smijao
smijati: smije smijao smejao
umreti: umre umru umro umrla
umrijeti: umre umro umrla
postati: postane postanu postao postala
odustati: odustane odustao odustala
nestati: nestane nestao
ostati: ostane ostanu ostao ostali
jesti: jede jedu jeo jela
pasti: padne padnu pao pala
rasti: raste rastu rastao rasla
porasti: poraste porastao porasla
tresti: trese tresu tresao
krasti: krade krao krala
ukrasti: ukrade ukrao ukrali
sesti: sedne seo sela
sresti: sretne sreo
dovesti: dovede doveo dovela
proizvesti: proizvede proizveo proizvela
provesti: provede proveo provela
navesti: navede naveo
doneti: donese doneo donela
donijeti: donese donio donijela
podnijeti: podnese podnio podneo
dobiti: dobije dobiju dobio dobila
ubiti: ubije ubio ubili
otkriti: otkrije otkrio otkrila
razviti: razvije razvio
razumeti: razume razumeo razumeju
razumjeti: razumije razumio
uspeti: uspe uspeo uspela
uspjeti: uspije uspio uspjela
smeti: sme smeju smeo
dati: daju dao dala
prodati: proda prodao prodali
podstaći: podstakne podstakao podstakla
istaći: istakne istakao istakla
graničiti: graniči graniče graničio
ograničiti: ograniči ograniče ograničio
zvučati: zvuči zvuče zvučao
uzimati: uzima uzimaju uzimao
prisiliti: prisili prisile prisilio
provaliti: provali provale provalio
zatajiti: zataji zataje zatajio
zaspati: zaspi zaspao zaspala
šetati: šeta šeće šetao
prekinuti: prekini prekinimo
`;

const PARTICIPLES = `
raditi: rađen rađena rađeno
napisati: napisan napisana
videti: viđen viđena
reći: rečeno rečen
osuditi: osuđen osuđeni
objaviti: objavljen objavljena
zabraniti: zabranjen zabranjeno
platiti: plaćen plaćena
pustiti: pušten puštena
organizovati: organizovan organizovana
prekinuti: prekinut prekinuta
postići: postignut
dovesti: doveden dovedena
izabrati: izabran izabrana
uzeti: uzet
poslati: poslan
`;

// Each line: words of which no two may meet.
const APART = `
sud sudbina sudar posuda
rad radost radijator rado
kosa kost kos kosidba
stan stanje stanica stanovnik
vlada vladika vladavina
banka banket bankrot bankina
mesto mast mostić
policija polica policajac
zakon zakonik zakasnelost
pravo pravda pravac pravopis
radnik radnja radost
grad gradnja gradivo
voda vodič vodopad
glas glasnik glasilo
crkva crkvište crnac
strana stranka
rok rokada roktanje
ruka rukav rukovodilac
mir miris mirovina
rat ratnik ratar
vojska vojnik vojvoda
novac novina novost
zemlja zemljak zemljotres
kraj krajina krajnik
čas časnik čast
dan danak danas
dom domaćin domovina
list listopad listić
dug dugme dužnost
prilog prilika prilaz
predlog predmet predak
put putnik putovanje
škola školjka školarina
kultura kult kulturista
politika politolog policija
ministar ministrant miniranje
sport sportista spor
spor sporazum sporost
centar centrala cent
kriza kriterijum kristal
narod naručilac narav
snaga sneg snajka
sila silos silovanje
red redakcija redov
odbor odbrana odboj
savet savest savez
član članak članarina
izbor izbornik izbeglica
poslanik poslanica poslovnik
kazna kazino kazalište
zatvor zatvarač zatvorenost
žrtva žrtvenik žetva
osuđenik osuda osuđenost
probacija proba problem
tretman treniranje tren
rizik riža razlog
povratnik povratak povrće
nadzor nada nadimak
socijalan socijalista socijalizam
obuka obućar obuća
program progon prognoza
mera merilo mermer
uslov uslužnost usluga
pomoć pomor pomorac
lice litica
centar cenzura cenzor
stranka straža strast
student studija stud
profesor profesija profil
život životinja živac
trg trgovac trgovina
kupac kupus kupola
brat bratstvo bratić
otac otok otvor
pas pasoš pasulj
oko okolina okov
uho uhoda uhapsiti
ime imenik imanje
vreme vremeplov vrednost
žena ženidba žeton
dete detalj detektiv
bolnica bolest bolnost
lekar lek lekcija
knjiga knjižara knjigovodstvo
pesma pesak pesnik
film filter filozof
igra igla igrač
tim timar time
gol golub golman
meč mečka mač
kup kupatilo kupovina
cena cenkanje cent
porez poraz porok
banka banana banja
roba robija robot
plata platno platforma
fabrika faza farma
firma filharmonija fira
raditi radovati rađati
pisati pitati piti
govoriti govor goveče
tražiti trajati tražilac
platiti plakati plesti
kupiti kupati kupina
voziti vodovod voziček
igrati igralište ignorisati
biti bitka bivol
znati znak značaj
moći močvara
doći dočekati docent
naći nacija način
uzeti uzor uzrok
početi pocepati počasni
zvati zvezda zvono
postati postaviti postotak
osuditi osušiti osvojiti
sresti sreda sreća
slati slaviti slatko
čuti čuvati čudo
kriti krik kritika
čitati čist čitaonica
vratiti vrata vreti
dati datum dalek
pasti pasta pastir
rasti rastava raspust
gledati gladan glad
nov novembar novinar
star stanar starac
dobar dobiti dobrovoljac
mlad mladost mladić
visok visak visoravan
brz brzina breza
jak jakna
važan vaza važnost
jasan jaslice jasen
lep lepak lepota
kolega kola
demokratija demokrata
`;

// Each line: dictionary form: forms with a longer stem.
const LONGER_STEMS = `
Toni: Tonija Toniju
derbi: derbija derbiju derbiji
žiri: žirija žiriju
Delhi: Delhija Delhiju
Tokio: Tokija Tokiju Tokia
Romeo: Romea Romeu
poluvreme: poluvremena poluvremenu
teme: temena temenu
mladunče: mladunčeta mladunčetu
siroče: siročeta
Mile: Mileta Miletu
golem: golema golemu
`;

// Each line: dictionary form: forms of other words.
const LIKE_OTHERS = `
reći: riječima rijeka
uzeti: uža užem uže
istaknuti: istaknutoj istaknutih
prekinuti: prekinutih
vijeće: velik većih veliki
BiH: je su bila
prošli: prođe proći
povijest: poveo povezala
brat: bere braneći
vozilo: voziti vozim
posao: poći pođe
niz: nisko niska
niski: nizovi
osnovni: osnovanog osnovano
obrazovni: obrazovani
kazna: kazano kazani
demokratija: demokratima
vladajući: vladati vlada
Hrvatska: hrvatskih hrvatskog hrvatski
Grčka: grčki grčkim
morati: more moru
ostati: ostaju
postati: postaju
ulagati: ulaze
nalagati: nalaze
cilj: Čileu
Sava: sve svih svima
Ženeva: žene ženu
reklama: rekao
moral: morao moralo
njega: njegova njegov
`;

/** Reads lines of words no two of which belong together. */
function couples(table: string): Pair[] {
  return table.split("\n").flatMap((line) => {
    const words = line === "" ? [] : line.split(" ");
    return words.flatMap((one, at) => words.slice(at + 1).map((other): Pair => [one, other]));
  });
}

/** Dictionary forms whose other forms have a longer stem, and those. */
export const LONGER: readonly Pair[] = pairsOf(LONGER_STEMS);

/** Dictionary forms and forms of other words they look like in one of their own forms. */
export const NOT_ASKED: readonly Pair[] = pairsOf(LIKE_OTHERS);

/** Dictionary form and another form of the same word, by part of speech. */
export const TOGETHER: Readonly<Record<string, readonly Pair[]>> = {
  nouns: pairsOf(NOUNS),
  names: pairsOf(NAMES),
  adjectives: pairsOf(ADJECTIVES),
  verbs: pairsOf(VERBS),
};

/** Verb and passive participle. */
export const VERB_AND_PARTICIPLE: readonly Pair[] = pairsOf(PARTICIPLES);

/** Dictionary forms of different words. */
export const DIFFERENT: readonly Pair[] = couples(APART);
