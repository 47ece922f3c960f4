/** Irregular Albanian words: the name of the stem first, then words or stems that have it; marks are left out. */

/** Nouns and adjectives by word. */
export const ALBANIAN_NOUNS = `
  neri njeri njeriu njeriun njeriut njerez njerezit njerezve njerezish
  djeshm djeshem djeshme djeshmen djeshmes djeshmet
  grua grua gruaja gruan gruas gruaje gra grate grave grash
  vit vit viti vitit vitin vite vitet viteve vitesh vjet vjetet vjeteve vjetesh
  dor dore dora dores doren duar duart duarve duarsh
  der dere dera deres deren dyer dyert dyerve dyersh
  kal kale kali kalit kalin kuaj kuajt kuajve
  nat nate nata nates naten net netet neteve netesh
  vella vella vellai vellait vellain vellezer vellezerit vellezerve vellezerish
  dial djale djali djalit djalin djem djemte djemve djemsh
  plak plak plaku plakut plakun pleq pleqte pleqve pleqsh
  pyll pyll pylli pyllit pyllin pyje pyjet pyjeve pyjesh
  ndenj ndjenje ndjenja ndjenjes ndjenjen ndjenjat ndjenjave
  yll yll ylli yllit yllin yje yjet yjeve
  gju gju gjuri gjurin gjurit gjunj gjunjte gjunjet gjunjeve
  sy sy syri syrin syrit syte syve sysh
  ze ze zeri zerit zerin zera zerat zerave zerash
  shi shi shiu shiut shiun shira shirat shirave
  gje gje gjeja gjene gjera gjerat gjerave gjerash
  ri ri re riu riut riun rinj rinjte rinjve reja rejat rejave
  fshat fshat fshati fshatit fshatin fshatra fshatrat fshatrave fshatrash
  mall mall malli mallit mallin mallra mallrat mallrave mallrash
  uj uje uji ujit ujin ujera ujerat ujerave ujra ujrat ujrave
  lum lume lumi lumit lumin lumenj lumenjte lumenjve
  mulli mulli mulliri mullirit mullirin mullinj mullinjte mullinjve
  ulli ulli ulliri ullirit ullinj ullinjte ullinjve
  kufi kufi kufiri kufirit kufirin kufij kufijte kufijve kufijsh
  kusheri kusheri kusheriri kusheririt kusheririn kusherinj kusherinjte kusherinjve
  hero hero heroi heroit heroin heronj heronjte heronjve heronjsh
  dru dru druri drurit drurin drunj drunjte druve
  perrua perrua perroi perroit perroin perrenj perrenjte perrenjve
  krua krua kroi kroit kroin kronj kronjte
  mbret mbret mbreti mbretit mbretin mbreter mbreterit mbreterve
  prind prind prindi prindit prindin prinder prinderit prinderve prinderish
  nip nip nipi nipit nipin niper niperit niperve
  skllav skllav skllavi skllavit skllever skllevert skllevrit skllaverit
  muaj muaj muaji muajin muajit muajt muajve muajsh muajsh
  femij femije femija femijes femijen femijet femijeve femijesh femijve femijt
  anij anije anija anijes anijen anijet anijeve anijesh
  madh madh madhe madhja madhi madhit madhin madhes madhen medhenj medhenjte medhenjve medha medhate medhave
  keq keq keqe keqi keqit keqja keqij keqijte keqijve keqija keqijat keqinj
  vogl vogel vogla vogli voglit voglin voglen vogles voglat vegjel vegjelit vegjelve
  tjetr tjeter tjetri tjetrit tjetrin tjetra tjetren tjetres tjere tjera tjeret tjerat tjereve tjerave
  baba baba babai babait babain baballare baballaret baballareve
  zot zot zoti zotit zotin zota zoter zoterinj zoterinjte zotinj
  zoteri zoteri zoteria zoterise zoterine
  bar bar bari barit barin barna barnat barnave barera
  gjalp gjalpe gjalpi gjalpit
  krah krah krahu krahut krahun krahe krahet kraheve
  ka ka qe qete
  thi thi
  dhe dheu dheut dheun dhera dherat
  lek lek leke leku leket lekeve leksh
  par para paraja parase parane parave parate parash
  pare pare pari parit parin para paret parat pareve paren pares
  pasur pasur pasura pasurit pasurin pasurat pasurve pasurish
  zi zi zinj zinjte zeze zeza zezat zezes zezen
  treg treg tregu tregut tregun tregje tregjet tregjeve
  shteg shteg shtegu shtegut shtigje shtigjet shtigjeve
  breg breg bregu bregut bregun brigje brigjet brigjeve
  rreth rreth rrethi rrethit rrethin rrathe rrathet rratheve
  thes thes thesi thesit thase thaset
  dash dash dashi dashit desh deshte deshve
  gardh gardh gardhi gardhit gardhin gardhe gjerdhe gjerdhet
  vije vije vija vijes vijen vijat vijave
  dije dije dija dijes dijen
  bukur bukur bukura bukurit bukurin bukures bukuren bukurat bukurve
  hekur hekur hekuri hekurit hekurin hekura hekurat hekurave
  luft lufte lufta luftes luften luftera lufterat lufterave luftrat
  ardhur ardhur ardhura ardhurat ardhurave ardhurit
  dem dem demi demit demin deme demet demeve
  vet vet
  that thate thata thati thatat
  kish kishe kisha kishes kishen kishat kishave
  arsy arsye arsyeja arsyes arsyen arsyet arsyeve arsyeje arsyesh
  ide ide ideja idene idese idete ideve ideje
  fe fe feja fese fene fete feve
  muz muze muzeu muzeut muzeun muzete muzeve
  kafe kafe kafeja kafes kafen kafene kafet kafete kafeve
  gjysh gjysh gjyshi gjyshit gjyshin gjysher gjysherit gjysherve
  mij mije mija mijera mijerat mijerave
  qind qind qindra
  qiell qiell qielli qiellit qiellin qiej qiejt
  bir bir biri birit birin bij bijte bijve
  perdorim perdorim
  mundim mundim
  ndalim ndalim
  vesh vesh
  prizren prizren prizreni prizrenit prizrenin
  zgjidhj zgjidhen zgjidhet
  loj loje loja lojes lojen lojera lojerat lojerave
  ane ane ana anes anen anet aneve anash
`;

/** Verbs by word; only those of two letters before the ending, or that share no stem. */
export const ALBANIAN_VERBS = `
  shoh shoh sheh shohim shihni shohin pashe pa pame pate pane pare shihet shihen shihej shih shihesh shihte shihnin shihja
  shoh shiheshin shohe shohesh pashi
  them them thote thua themi thoni thone thashe tha thame thate thane thene thoshte thoshin thosha thonin thuhet thuhen
  them thuhej thuaj thoje thote thenet thone theni thojne thujne thonte
  ven vij vjen vijme vini vijne erdha erdhe erdhi erdhem erdhet erdhen ardhur vinte vinin vinim vish vije eja ejani
  ven ardhka ardhshin
  jap jap jep japim jepni japin dhashe dha dhame dhate dhane dhene jepte jepnin jepja jepet jepen jepej jepeshin japesh
  jap jape jepesh jepem jepi
  do dua do duam doni duan desha deshe deshi deshem deshet deshen dashur donte donin donim doja doje duash duaje duaj
  kam kam ke ka kemi keni kane kisha kishe kishte kishim kishit kishin pata pate pati patem patet paten pasur kesh kene
  kam paska paskan paske paskam patur patem kini
  jam jam je eshte jemi jeni jane isha ishe ishte ishim ishit ishin qeshe qe qeme qene qete qenka qenkan jesh jene
  be bej ben bejme beni bejne bera bere beri beme bete bene bente benin benim benit beja behet behen behem behej behesh
  be beheshin besh beje bera behemi bu befte bejini
  vee ve veme vene vura vure vuri vume vute vune vihet vihen vihej viheshin
  lee le leme lini lene lashe la lame late lane linte linin lihet lihen lihej lija lesh
  ze ze zeme zini zene zura zure zuri zume zune zihet zihen zihej zinte zinin zesh
  di di dime dini dine dinte dinin dinim ditur diti dihet dihej dish dije dija
  rrii rri rrime rrini rrine ndenja ndenji ndenjur ndejti ndenjen rrinte rrinin rrija rrish
  bie bie biem bini bien rashe ra rame rate rane rene binte binin biesh
  ha ha hame hani hane hengra hengre hengri hengrem hengren ngrene hante hanin haja hahet hahen hash
  pi pi pime pini pine piva piu pime pine pire pinte pinin pihet pihej
  ngre ngre ngren ngreme ngrene ngrini ngreja ngrente ngrenin
  marr marrim
  hap hapim
  vesh vesh veshim
  dal dalim dale dalin dali dilni
  flat flasim
  mbledh mbledhim
  sjell sjellim
  pret presim
  nxjerr nxjerrim
  njoh njohim
  hedh hedhim
  ndek ndjekim
  hek heqim
  humb humbim humbasim
  zgjedh zgjidhet zgjidhen zgjidhej zgjidheshin zgjidhni zgjidhte zgjidhnin
  zgjidh zgjidhet zgjidhen zgjidhej zgjidheshin zgjidhni zgjidhte zgjidhnin
  duh duhet duhen duhej duhem duheshin duhesh
  nde ndiej ndien ndjej ndjen ndjeu ndjere ndihet ndihen ndihem ndjehet ndjehen ndjehem ndieje ndiejne ndihej ndiente
  fle fle fleme flini flene fjeta fjeti fjetem fjeten fjetur flinte flinin flesh
  iki ik ikim ikni ikin ika ike iki iku iken ikem ikur ikte iknin ikja ikesh
  quo quaj quan quajme quajne quajta quajti quajten quajtur quhet quhen quhej quhem quheshin quante quanin
  shpi shpie shpien shpura shpuri shpune
  rr rruaj rruan rrova
`;

/** Verbs whose dictionary form no noun has. */
export const ALBANIAN_ONLY_VERBS = `
  marr dal flas vras pres vdes shes mbyll nis vendos burgos njoh mbledh zgjedh hedh sjell nxjerr heq ndjek djeg ndodh
  lind humb perdor shpreh pergatit rrit lidh prek kap ngjit lut hesht fsheh therras godas pyes terheq percjell
  ndal shpik ndesh qesh buzeqesh perqesh mbjell vjedh mbes rrah shkel tremb mund zgjidh mbyt pjek
`;

/** Verbs by stem, where the vowel or the last consonant changes. */
export const ALBANIAN_VERB_STEMS = `
  marr merr mor, rimarr rimerr rimor, dal del dol doll dil, flas flet fol flis flit
  vras vret vra vrit vris vrar, pres pret prit prer pre pris, perkas perket perkit perkis, shes shet shit shis
  godas godet godit godis, therras therret thirr therrit therris, bertas bertet bertit bertis, kercas kercet kercit
  zbres zbret zbrit zbris, vdes vdik vdiq vdek vdis, trokas troket trokit trokis, gerthas gerthet gerthit
  rreshqas rreshqet rreshqit rreshqis, shkas shket shkit, ngas nget ngit, perplas perplet, humb humbas humbet
  njoh njeh njih, rinjoh rinjeh rinjih, parashoh parasheh parashih parapa, mbikqyr mbikeqyr
  mbledh mblodh mblidh, permbledh permblodh permblidh, zgjedh zgjodh, rizgjedh rizgjodh, perzgjedh perzgjodh
  dredh drodh dridh, vjedh vodh vidh, hedh hodh hidh, rrjedh rrodh rridh, shperdredh shperdrodh shperdridh
  sjell soll sill, percjell percoll percill, mbjell mboll mbill, shtjell shtoll shtill, mbeshtjell mbeshtoll mbeshtill
  pjell poll pill, vjell voll vill, tjerr torr tirr, nxjerr nxor nxirr nxorr, perjell perjoll perjill
  heq hoq hiq, doreheq dorehoq dorehiq, terheq terhoq terhiq, ndjek ndoq ndiq, perndjek perndoq perndiq, pjek poq piq
  perpiq perpoq perpjek, djeg dogj digj dig dog, ndiz ndez, shperblej shperbli, dhemb dhimb, vesh vish, shkel shkil, nep nip
  ngre ngrit ngri, gje gjet ge get, ble bli bler, shtie shti shten, rrah rreh rrih, fsheh fshih, mbet mbes
  paraqes paraqet paraqit paraqis, mbeshtes mbeshtet, perbe perber, shtri shtrir, perfshi perfshir, fshi fshir, kri krir, shkri shkrir, arri arrij, mberri mberrij
  kthe kthy, rikthe rikthy, perkthe perkthy, sherbe sherby, shty shtyr, hy hyr, nderhy nderhyr, perve perv
`;

/** Feminine nouns in -i that look like masculine ones with the article (Serbi, Serbia against serb, serbi). */
export const ALBANIAN_LISTED_IN_I = new Set(
  "serbi germani greqi turqi rusi bullgari kroaci rumani itali belgji suedi liri pasuri polici prokurori".split(" "),
);

/** Keys of words asked for that are forms of others, too, but hardly asked for as such: dëm, djem; i ulët, ulet. */
export const ALBANIAN_ASKED = new Map([
  ["dem", ["ndem"]],
  ["pasur", ["npasur"]],
  ["ulet", ["nulet"]],
  ["kampionat", ["nkampionat"]],
  ["kaluar", ["nkaluar"]],
  ["shkuar", ["nshkuar"]],
  ["pare", ["npare"]],
  ["rret", ["nrret"]],
]);
