import { pairsOf } from "#tests/language/stems/pairs.ts";

/** English dictionary forms with their inflected forms, regular and irregular, of the field the records are about. */
export const ENGLISH_FORMS = pairsOf(`
prison: prisons prison's
sentence: sentences sentenced sentencing
probation: probation's
officer: officers officer's
release: releases released releasing
prisoner: prisoners prisoner's
child: children children's
woman: women women's
family: families family's
community: communities community's
authority: authorities
policy: policies
study: studies studied studying
apply: applies applied applying
supply: supplies supplied supplying
carry: carries carried carrying
plan: plans planned planning
stop: stops stopped stopping
permit: permits permitted permitting
refer: refers referred referring
commit: commits committed committing
train: trains trained training
treat: treats treated treating
visit: visits visited visiting
meet: meets met meeting
teach: teaches taught teaching
bring: brings brought bringing
think: thinks thought thinking
give: gives gave given giving
take: takes took taken taking
write: writes wrote written writing
speak: speaks spoke spoken speaking
hold: holds held holding
lead: leads led leading
find: finds found finding
support: supports supported supporting
monitor: monitors monitored monitoring
assess: assesses assessed assessing
discuss: discusses discussed discussing
address: addresses addressed addressing
share: shares shared sharing
exchange: exchanges exchanged exchanging
provide: provides provided providing
improve: improves improved improving
reduce: reduces reduced reducing
prepare: prepares prepared preparing
evaluate: evaluates evaluated evaluating
coordinate: coordinates coordinated coordinating
rehabilitate: rehabilitates rehabilitated rehabilitating
recommend: recommends recommended recommending
propose: proposes proposed proposing
practise: practises practised practising
need: needs needed needing
challenge: challenges challenged challenging
lesson: lessons
institution: institutions institution's
service: services
crisis: crises
analysis: analyses
criterion: criteria
victim: victims victim's
judge: judges judged judging
court: courts court's
lawyer: lawyers lawyer's
worker: workers worker's
life: lives
wife: wives
risk: risks risked risking
right: rights
duty: duties
agency: agencies
country: countries
city: cities
school: schools
nurse: nurses
offence: offences
crime: crimes
law: laws
rule: rules ruled ruling
measure: measures measured measuring
standard: standards
report: reports reported reporting
expert: experts
member: members
group: groups
man: men men's
person: persons person's
datum: data
tooth: teeth
foot: feet
begin: begins began begun beginning
choose: chooses chose chosen choosing
leave: leaves left leaving
send: sends sent sending
build: builds built building
keep: keeps kept keeping
win: wins won winning
lie: lies lying lied
die: dies dying died
agree: agrees agreed agreeing
`);

/** Words that have nothing to do with each other, many of them alike to a stemmer. */
export const ENGLISH_OTHERS = pairsOf(`
university: universe universal
police: policy polite
organ: organisation organic
general: generous generate
new: news newt
execute: executive
past: paste pastor
wander: wand wandering
marinate: marine
import: important
arm: army armchair
custom: customs customer
secret: secretary secrete
probe: probation
prim: prime primary
ration: rational ratio
caution: cautious causation
author: authority
sever: several severe
mission: missile
desert: dessert
corps: corpse
station: static statue
minister: mini ministry
gene: genetic gentle
sing: single singe
animal: animate
base: basin bass
numb: number numeral
design: designate
`);
