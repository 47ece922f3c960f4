// Words that passwords are made of first, by those who choose and by those who guess: the most usual ones of published
// lists, and what stands in their place in the languages of the region. Letters alone, lower case, without marks.

const WORLD = `
  password passwort passwd passw pass parola parole contrasena motdepasse wachtwoord haslo secret letmein welcome access
  admin administrator root user guest login master superman batman spiderman pokemon starwars matrix trustno iloveyou
  iloveu loveme lovely love lover forever sunshine princess princesa angel angels baby babygirl monkey dragon shadow
  football baseball basketball soccer hockey tennis golfer michael michelle jennifer jessica jordan daniel andrew thomas
  robert charlie george william joshua matthew anthony nicole ashley amanda hannah samantha andrea maria anna
  killer hunter ranger soldier warrior knight thunder lightning tiger eagle falcon phoenix wolf lion panther
  flower butterfly rainbow cookie chocolate cheese banana orange apple cherry strawberry pepper ginger summer winter
  spring autumn monday friday sunday january february march april june july august september october november december
  freedom peace hello goodbye whatever nothing something anything everything blessed jesus christ heaven
  computer internet google facebook samsung microsoft windows server database system test testing tester demo example
  changeme change default temp temporary newpassword mypassword thisispassword passwordpassword secure security
  qwerty qwertz azerty qwertyuiop qwertzuiop asdfgh asdfghjkl asdfghjk zxcvbn zxcvbnm yxcvbnm qazwsx qazwsxedc qweasd
  qweasdzxc qwerasdf asdf zaqwsx wasd abcd abcde abcdef abcdefgh abcabc xxx money dollar lucky winner
  company office work manager director government ministry police prison probation justice court council europe
  diamond silver golden gold blue green yellow purple black white red star moon sun sky sweet candy honey sugar
  liverpool arsenal chelsea barcelona realmadrid juventus milan ferrari mercedes porsche bmw audi volkswagen
  mustang corvette harley yamaha honda toyota kawasaki nintendo playstation minecraft naruto
`;

const REGION = `
  lozinka lozinke sifra sifre mojalozinka mojasifra novalozinka novasifra tajna tajno zaporka geslo dobrodosli dobrodosla
  dobrodosao zdravo cao caos ljubav volim volimte volimtebe ljubavi moja moje sreca srecno sunce sunasce zvijezda zvezda
  mjesec mesec andjeo andeo leptir lepotica ljepotica princeza kralj kraljica maca macka medo zeko kuca auto
  mama tata majka otac brat sestra baba deda dedo nana sine beba bebica dusica dusa srce srculence
  sarajevo mostar tuzla zenica banjaluka bihac trebinje beograd belgrade novisad nis kragujevac subotica zagreb split
  rijeka osijek zadar dubrovnik podgorica niksic cetinje budva kotor skopje skopje bitola ohrid tetovo kumanovo
  tirana durres shkoder vlore prishtina pristina prizren peja gjakova ljubljana maribor
  bosna bosnaihercegovina hercegovina srbija hrvatska crnagora makedonija kosova kosovo shqiperia shqiperi albania serbia
  croatia bosnia montenegro macedonia slovenia jugoslavija yugoslavia balkan balkans
  zeljeznicar zeljo sarajlija partizan crvenazvezda zvezdas dinamo hajduk delije grobari torcida velez borac vardar
  fjalekalimi fjalekalim mirembrema miremengjes tedua teduashume dashuri zemra shqipe shqiponja prishtinas
  lozinkata lozinkamoja tajnata dobredojde tesakam ljubov srekja sonce dzvezda makedonec
  marko milica jovana jelena nikola stefan aleksandar milos marija ivana ana amra emina selma lejla adnan amar edin
  haris kenan mirza admir armin dino damir nermin sanja tanja maja nina sara luka ivan petar josip ante filip
  arben besnik blerim driton ilir agim fatmir liridon arta besa drita vjosa elira
  zatvor probacija sudovi ministarstvo policija pravda socijalnirad centar sluzba uprava organizator ucesnik
  administratorka korisnik racun posta zbornik zbornici
`;

/** Words that are tried first. */
export const obviousWords: ReadonlySet<string> = new Set(`${WORLD} ${REGION}`.trim().split(/\s+/));
