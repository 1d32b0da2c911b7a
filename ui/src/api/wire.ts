// Written by `UPDATE_DOOR=1 cargo test --test door`: every type that crosses.

/**
 * One act of the road, in short.
 */
export type ActSummary = { 
/**
 * Its number in the chain.
 */
number: number, 
/**
 * What was done.
 */
act: string, 
/**
 * The same, as people call it.
 */
name: string, 
/**
 * When.
 */
on: string, 
/**
 * By whom.
 */
by: string, 
/**
 * What proves it.
 */
evidence: Array<string>, 
/**
 * The seal of the act before.
 */
previous: string | null, 
/**
 * Its seal.
 */
digest: string, };

/**
 * One act.
 */
export type ActView = { 
/**
 * Its number.
 */
number: number, 
/**
 * Its word.
 */
act: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it did, in a sentence.
 */
says: string, 
/**
 * The day.
 */
on: string, 
/**
 * The moment, in words.
 */
at: string, 
/**
 * Who.
 */
by: string, 
/**
 * What stood there.
 */
before: string, 
/**
 * What stands there.
 */
after: string, 
/**
 * Where, as people cite it.
 */
place: string, 
/**
 * What proves it.
 */
evidence: Array<ProofView>, 
/**
 * Its seal.
 */
digest: string, };

/**
 * What is done with one tool: a line of the evaluation plan.
 */
export type ActivityView = { 
/**
 * The tool.
 */
tool: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * «De campo», «Documental».
 */
technique: string, 
/**
 * The situation it is done in.
 */
situation: string, 
/**
 * How many items are marked in it.
 */
items: number, };

/**
 * Two organizations that may be one.
 */
export type AlikeView = { 
/**
 * The one.
 */
one: string, 
/**
 * Its id.
 */
oneId: string, 
/**
 * The other.
 */
other: string, 
/**
 * Its id.
 */
otherId: string, };

/**
 * Which entries of a classification are wanted.
 */
export type AskClasses = { 
/**
 * `SCIAN` or `SINCO`.
 */
kind: string, 
/**
 * The beginning of a code, or of words of a name, as typed.
 */
query: string, 
/**
 * Only of this level (`clase`, `grupo_unitario`); of all where it is empty.
 */
level: string, };

/**
 * A committee on a day.
 */
export type AskCommittee = { 
/**
 * The committee, by id or by name.
 */
committee: string, 
/**
 * The day whose roster is asked for; today where it is empty.
 */
on: string, };

/**
 * Which committees are asked for.
 */
export type AskCommittees = { 
/**
 * Words of the name, the sector or an organization; all where it is empty.
 */
query: string, 
/**
 * In which state; any where it is empty.
 */
state: string, 
/**
 * Of which sector; any where it is empty.
 */
sector: string, };

/**
 * Whose group is asked for.
 */
export type AskGroup = { 
/**
 * A map, or a standard.
 */
of: string, };

/**
 * Which acts of a document, a page at a time. What is left empty does not filter.
 */
export type AskHistory = { 
/**
 * The standard, or the map.
 */
id: string, 
/**
 * `STANDARD`, `MAP`, or `INSTRUMENT` (of the standard of that id).
 */
document: string, 
/**
 * Older than this number; the newest when null.
 */
before: number | null, 
/**
 * How many.
 */
count: number, 
/**
 * Only those.
 */
only: OnlyActs, };

/**
 * Pages of a standard to compose and draw.
 */
export type AskPages = { 
/**
 * The standard.
 */
id: string, 
/**
 * The moment of it; its own page when empty.
 */
at: string, 
/**
 * The first page to draw, from 0.
 */
from: number, 
/**
 * The page after the last to draw.
 */
to: number, 
/**
 * What is typed and not saved yet: it is on the page all the same.
 */
typed: Array<EditRequest>, 
/**
 * The marks of the pictures that are there already, page by page; empty for none.
 */
have: Array<string>, };

/**
 * What somebody is writing.
 */
export type AskSimilar = { 
/**
 * The title, the function or the name of an element.
 */
text: string, 
/**
 * The standard it is of, which is not like itself; null where it is of none.
 */
own: string | null, };

/**
 * What to show of the register.
 */
export type AskStandards = { 
/**
 * Words of the title, the code or the committee; all when empty.
 */
query: string, 
/**
 * Only those in this state; all when null.
 */
state: string | null, };

/**
 * A document as an act left it.
 */
export type AskWas = { 
/**
 * The standard, or the map.
 */
id: string, 
/**
 * `STANDARD`, `MAP` or `INSTRUMENT`.
 */
document: string, 
/**
 * The act, or a day, or an edition: see the moments of a standard.
 */
at: string, };

/**
 * Which piece of long work is meant.
 */
export type AskWork = { 
/**
 * The number it was asked with.
 */
work: number, };

/**
 * Something an act asks for.
 */
export type AskedView = { 
/**
 * Its id.
 */
requirement: string, 
/**
 * What it is, or what is missing.
 */
says: string, 
/**
 * On what basis.
 */
basis: string, 
/**
 * `MET`, `MISSING` or `COMING`.
 */
standing: string, 
/**
 * How it is met, as where it is missing.
 */
how: string, 
/**
 * The field that meets it, when it is typed.
 */
field: string | null, 
/**
 * Whether a file may be attached for it now.
 */
takesFile: boolean, 
/**
 * What proves it, in words, where no file does.
 */
proof: string, 
/**
 * The files that prove it, the last one first.
 */
files: Array<EvidenceView>, };

/**
 * A file or folder on disk.
 */
export type AtPath = { 
/**
 * Where.
 */
path: string, };

/**
 * A file to attach to a case.
 */
export type Attach = { 
/**
 * The case.
 */
id: string, 
/**
 * The requirement it meets.
 */
requirement: string, 
/**
 * The file.
 */
path: string, 
/**
 * The day of the document; today when empty.
 */
on: string, };

/**
 * A file for an annex of an instrument.
 */
export type AttachAnnex = { 
/**
 * Its standard, by id or code.
 */
id: string, 
/**
 * The file.
 */
path: string, 
/**
 * The annex that gets the file; a new one where it is null.
 */
annex: string | null, 
/**
 * What a new one is; the name of the file where it is empty.
 */
title: string, 
/**
 * Who is given a new one: `CANDIDATE` or `EVALUATOR`.
 */
audience: string, };

/**
 * What somebody said of a function.
 */
export type AttestedView = { 
/**
 * What.
 */
claim: string, 
/**
 * In words.
 */
says: string, 
/**
 * Who, and when, in words.
 */
by: string, };

/**
 * A committee to begin.
 */
export type BeginCommittee = { 
/**
 * Its name.
 */
name: string, 
/**
 * The day; today where it is empty.
 */
on: string, 
/**
 * With whom one met, where it begins with an approach.
 */
contact: string, 
/**
 * About what.
 */
about: string, 
/**
 * The letter in which it applies; empty where it has not applied.
 */
letter: string, };

/**
 * A group to put together.
 */
export type BeginGroup = { 
/**
 * For which map, or which standard.
 */
of: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * `SECTOR` or `INDIVIDUAL_FUNCTION`.
 */
kind: string, };

/**
 * A change of officers to begin.
 */
export type BeginOfficerChange = { 
/**
 * The committee.
 */
committee: string, 
/**
 * Who goes on, or is followed: by id or by name.
 */
member: string, 
/**
 * Who follows; empty where it is a ratification.
 */
successor: string, 
/**
 * The post of whoever follows.
 */
post: string, 
/**
 * The organization of whoever follows; the same where it is empty.
 */
organization: string, 
/**
 * The day of the request; today where it is empty.
 */
on: string, 
/**
 * The request.
 */
path: string, };

/**
 * A session to begin.
 */
export type BeginSession = { 
/**
 * `ORDINARY` or `EXTRAORDINARY`.
 */
kind: string, 
/**
 * The day it is held (AAAA-MM-DD).
 */
on: string, 
/**
 * Where, or by which means.
 */
place: string, };

/**
 * What came of a document that goes beside the case of a packet.
 */
export type BesideView = { 
/**
 * `MAP`, `GROUP` or `INSTRUMENT`.
 */
what: string, 
/**
 * As that of the case; what `DIVERGES` or is `BEHIND` stays as it is here.
 */
outcome: string, 
/**
 * The same, in Spanish.
 */
says: string, };

/**
 * A file to bring in as a list.
 */
export type BringCatalogue = { 
/**
 * `SCIAN`, `SINCO` or `RENEC`.
 */
kind: string, 
/**
 * The file.
 */
path: string, 
/**
 * Its edition; where it is empty it is told by the file, or is today.
 */
edition: string, 
/**
 * Only says what would come of it.
 */
dryRun: boolean, };

/**
 * One thing, by its id.
 */
export type ById = { 
/**
 * Its id; where a person types it, also its code.
 */
id: string, };

/**
 * One case in one line.
 */
export type CaseLine = { 
/**
 * The case.
 */
id: string, 
/**
 * Whether it is a committee's; else it is a standard's.
 */
isCommittee: boolean, 
/**
 * Its title.
 */
title: string, 
/**
 * Its code.
 */
code: string, 
/**
 * What is missing.
 */
says: string, 
/**
 * Who holds it.
 */
holder: string, 
/**
 * Since when, in words.
 */
since: string, 
/**
 * Until when, in words, or `sin plazo`.
 */
due: string, 
/**
 * Working days left.
 */
workingDaysLeft: number | null, 
/**
 * How that stands: `LATE`, `NEAR`, `AHEAD`, or `OPEN` where there is no day.
 */
pace: string, 
/**
 * On what basis.
 */
basis: string, 
/**
 * Where it stands.
 */
stateName: string, 
/**
 * Whether it is the invented sample.
 */
sample: boolean, };

/**
 * Where a case stands and what comes next.
 */
export type CaseView = { 
/**
 * Its id.
 */
id: string, 
/**
 * `EC_PROJECT`.
 */
kind: string, 
/**
 * The title of its standard.
 */
title: string, 
/**
 * The state's word.
 */
state: string, 
/**
 * The state as people call it.
 */
stateName: string, 
/**
 * The rule pack of its filing date.
 */
rulePack: string, 
/**
 * Who holds it now.
 */
holder: string, 
/**
 * Since when.
 */
since: string | null, 
/**
 * The same, in words.
 */
sinceWords: string, 
/**
 * The road, step by step.
 */
road: Array<RoadStep>, 
/**
 * The acts that may come next.
 */
next: Array<NextActView>, 
/**
 * The acts of the road, oldest first; edits are in the history.
 */
acts: Array<ActSummary>, 
/**
 * The states in which it may be registered as it was found, each with its name; none once
 * it is under way.
 */
foundIn: Array<NamedText>, };

/**
 * What a file has that was to be a list.
 */
export type CatalogueReport = { 
/**
 * `SCIAN`, `SINCO` or `RENEC`.
 */
kind: string, 
/**
 * Its edition.
 */
edition: string, 
/**
 * «SCIAN México 2023».
 */
name: string, 
/**
 * The file.
 */
file: string, 
/**
 * How many entries were read.
 */
entries: number, 
/**
 * How many of each level.
 */
counts: Array<LevelCount>, 
/**
 * What is wrong, by line.
 */
lines: Array<ListLine>, 
/**
 * How many more things are wrong.
 */
more: number, 
/**
 * Whether it may be brought in.
 */
sound: boolean, 
/**
 * Whether it was.
 */
imported: boolean, 
/**
 * What it takes the place of, in words; empty where it is the first.
 */
replaces: string, 
/**
 * How many entries that one does not have.
 */
added: number, 
/**
 * How many only that one has.
 */
removed: number, 
/**
 * How many say something else.
 */
changed: number, 
/**
 * What it comes to, in a sentence.
 */
says: string, };

/**
 * A list that is here.
 */
export type CatalogueView = { 
/**
 * `SCIAN`, `SINCO` or `RENEC`.
 */
kind: string, 
/**
 * «2023»; of the register, the day as it was.
 */
edition: string, 
/**
 * «SCIAN México 2023», «RENEC del 28 de noviembre de 2025».
 */
name: string, 
/**
 * How many entries it has.
 */
entries: number, 
/**
 * Whether it is the one that is used.
 */
inUse: boolean, 
/**
 * The file it was read from.
 */
file: string, 
/**
 * Who brought it in.
 */
by: string, 
/**
 * When, in words.
 */
at: string, };

/**
 * The lists that are here.
 */
export type CataloguesView = { 
/**
 * Each edition of each.
 */
catalogues: Array<CatalogueView>, };

/**
 * One change.
 */
export type ChangeView = { 
/**
 * Its name, by which a reason is given to it.
 */
key: string, 
/**
 * `ADDED`, `REMOVED`, `REWORDED`, `MOVED`, `SPLIT` or `MERGED`.
 */
kind: string, 
/**
 * How it is known: by `ID`, by the `JOURNAL`, or by the `TEXT` alone.
 */
known: string, 
/**
 * Whether it is at another place besides.
 */
moved: boolean, 
/**
 * Where, as people cite it.
 */
place: string, 
/**
 * Where it was: each part.
 */
fromPlace: string, 
/**
 * Where it is: each part.
 */
toPlace: string, 
/**
 * What it said.
 */
before: string, 
/**
 * What it says.
 */
after: string, 
/**
 * Both, word by word.
 */
words: Array<MarkView>, 
/**
 * The parts there were.
 */
partsBefore: Array<ToldPart>, 
/**
 * The parts there are.
 */
partsAfter: Array<ToldPart>, 
/**
 * Why; nothing while nobody said.
 */
reason: ReasonView | null, };

/**
 * An entry of a classification, with those above it.
 */
export type ClassView = { 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its level, in words.
 */
level: string, 
/**
 * Those above it, from the top: «31-33 Industrias manufactureras».
 */
above: Array<string>, };

/**
 * One class of weight.
 */
export type ClassWeightView = { 
/**
 * `MINOR`, `MEDIUM` or `MAJOR`.
 */
class: string, 
/**
 * The same, as people call it.
 */
name: string, 
/**
 * What it shares, as it was set.
 */
set: string, 
/**
 * What it shares, after classes without items left theirs.
 */
share: string, 
/**
 * How many items.
 */
items: number, 
/**
 * How many penalties.
 */
penalties: number, 
/**
 * What one item weighs.
 */
each: string, 
/**
 * What they add up to.
 */
total: string, };

/**
 * Entries of a classification.
 */
export type ClassesView = { 
/**
 * «SCIAN México 2023»; null where none was brought in.
 */
name: string | null, 
/**
 * What was found.
 */
classes: Array<ClassView>, };

/**
 * The end of the session that is open.
 */
export type CloseSession = { 
/**
 * The group; or its map, or its standard.
 */
group: string, 
/**
 * `MAP_VALIDATED`, `MAP_FROZEN`, `STANDARD_VALIDATED`, `INSTRUMENT_VALIDATED`.
 */
resolutions: Array<string>, 
/**
 * Which standards are validated; the only one where none is named.
 */
standards: Array<string>, 
/**
 * Of which standards the instruments are; of the only one where none is named.
 */
instruments: Array<string>, 
/**
 * What else was said.
 */
notes: string, };

/**
 * The name of an error outside the code.
 */
export type Code = "ACT_REFUSED" | "BAD_DAY" | "BAD_VALUE" | "CLOCK_BACK" | "CHANGED" | "COMMITTEE_REFUSED" | "CASE_CHANGED" | "DAMAGED_FILE" | "DIVERGES" | "DISK_FULL" | "ENCRYPTED_FILE" | "EMPTY_FILE" | "EXECUTABLE_FILE" | "EVIDENCE_CHANGED" | "FILE_EXISTS" | "FILE_MISSING" | "FILE_TOO_LARGE" | "FILE_UNKNOWN" | "GROUP_REFUSED" | "INSTRUMENT_REFUSED" | "MAP_REFUSED" | "NOBODY_SIGNS" | "NOTHING_TO_UNDO" | "NO_PERMISSION" | "NOT_FOUND" | "AMBIGUOUS" | "PACKET_TOO_NEW" | "PACKET_TOO_OLD" | "PACKET_UNSOUND" | "PAGE_FAILED" | "PLACE_TAKEN" | "REASON_MISSING" | "SCANNED_FILE" | "SESSION_REFUSED" | "STOPPED" | "TEXT_TOO_LONG" | "TOO_MANY_LINES" | "BAD_ENCODING" | "WORKSPACE_DAMAGED" | "WORKSPACE_FAILED" | "WORKSPACE_LOCKED" | "WORKSPACE_NOT" | "WORKSPACE_MOVED" | "WORKSPACE_READ_ONLY" | "WORKSPACE_TOO_NEW";

/**
 * The codes that are taken, and the next ones.
 */
export type CodesView = { 
/**
 * The next free code of a standard.
 */
nextEc: string, 
/**
 * The next free code of a brand standard.
 */
nextEcm: string, 
/**
 * How many are taken.
 */
taken: number, 
/**
 * Codes of the register that are none, with what they probably meant.
 */
malformed: Array<MalformedCode>, };

/**
 * An act of a committee in a line.
 */
export type CommitteeAct = { 
/**
 * Its number.
 */
number: number, 
/**
 * The day, in words.
 */
on: string, 
/**
 * Who.
 */
by: string, 
/**
 * What, in words.
 */
says: string, };

/**
 * Something that happened in a committee.
 */
export type CommitteeDeed = { 
/**
 * The committee, by id or by name.
 */
committee: string, 
/**
 * What happened.
 */
deed: CommitteeRequest, };

/**
 * What was found in a list of committees.
 */
export type CommitteeImportView = { 
/**
 * The file's name.
 */
file: string, 
/**
 * How many committees came in, or would.
 */
taken: number, 
/**
 * How many people.
 */
people: number, 
/**
 * How many of them were here already and stay as they are.
 */
known: number, 
/**
 * What is wrong, row by row: nothing comes in while there is anything.
 */
wrong: Array<WrongRow>, 
/**
 * Whether it was only looked at.
 */
dryRun: boolean, };

/**
 * What happens in a committee. Organizations and people are named by id or by name.
 */
export type CommitteeRequest = { "name": { 
/**
 * How.
 */
name: string, 
/**
 * Why.
 */
reason: string, } } | { "describe": { 
/**
 * Its scope.
 */
scope: string, 
/**
 * One of the five sectors, by its word or its name; empty where it is not known.
 */
sector: string, 
/**
 * Its field of activity (SCIAN).
 */
activity: string, } } | { "addOrganization": { 
/**
 * What it is called.
 */
name: string, 
/**
 * What it is: `COMPANY`, `CHAMBER`, `UNION`, `EDUCATION`, `GOVERNMENT`, `CIVIL`.
 */
kind: string, } } | { "correctOrganization": { 
/**
 * Which one.
 */
organization: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * What it is.
 */
kind: string, } } | { "join": { 
/**
 * The one that stays.
 */
kept: string, 
/**
 * The one that is the same.
 */
gone: string, } } | { "part": { 
/**
 * The one that was joined.
 */
gone: string, } } | { "seat": { 
/**
 * Who.
 */
name: string, 
/**
 * The post.
 */
post: string, 
/**
 * For which organization.
 */
organization: string, 
/**
 * `CHAIR`, `VICE_CHAIR`, `MEMBER` or `TECHNICAL_SECRETARY`.
 */
office: string, 
/**
 * Since when; today where it is empty.
 */
on: string, } } | { "leave": { 
/**
 * Who.
 */
member: string, 
/**
 * When; today where it is empty.
 */
on: string, 
/**
 * Why.
 */
reason: string, } } | { "plan": { 
/**
 * Its title.
 */
title: string, } } | { "drop": { 
/**
 * Which one, by id or by title.
 */
planned: string, } } | { "programme": { 
/**
 * What.
 */
what: string, 
/**
 * Who answers for it.
 */
who: string, 
/**
 * By when (AAAA-MM-DD); empty where there is no day.
 */
by: string, } } | { "done": { 
/**
 * Which one, by id or by what it says.
 */
activity: string, } } | { "contact": { 
/**
 * With whom.
 */
with: string, 
/**
 * About what.
 */
about: string, 
/**
 * When; today where it is empty.
 */
on: string, } } | { "advise": { 
/**
 * Whom.
 */
with: string, 
/**
 * About what.
 */
about: string, 
/**
 * When; today where it is empty.
 */
on: string, } } | { "judge": { 
/**
 * Which one, by its id.
 */
criterion: string, 
/**
 * `MET`, `NOT_MET`, `NOT_CLAIMED` or `PENDING`.
 */
result: string, 
/**
 * On what.
 */
note: string, } } | { "putAway": { 
/**
 * Why.
 */
reason: string, } };

/**
 * A committee in a line.
 */
export type CommitteeRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its sector, in words.
 */
sector: string, 
/**
 * Its state.
 */
state: string, 
/**
 * The same, in words.
 */
stateName: string, 
/**
 * Since when, in words.
 */
since: string, 
/**
 * What is missing, or what comes next.
 */
says: string, 
/**
 * Who holds it.
 */
holder: string, 
/**
 * Until when, in words, or `sin plazo`.
 */
due: string, 
/**
 * Working days left.
 */
workingDaysLeft: number | null, 
/**
 * How that stands.
 */
pace: string, 
/**
 * On what basis.
 */
basis: string, 
/**
 * Whether it was registered as found.
 */
asFound: boolean, 
/**
 * How many people are in it today.
 */
members: number, };

/**
 * A standard of a committee.
 */
export type CommitteeStandard = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its code.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Where it stands.
 */
stateName: string, };

/**
 * A committee.
 */
export type CommitteeView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its scope.
 */
scope: string, 
/**
 * Its sector.
 */
sector: string, 
/**
 * The same, in words.
 */
sectorName: string, 
/**
 * Its field of activity.
 */
activity: string, 
/**
 * What its case is about.
 */
kind: string, 
/**
 * The same, in words.
 */
kindName: string, 
/**
 * Its state.
 */
state: string, 
/**
 * The same, in words.
 */
stateName: string, 
/**
 * Who holds it.
 */
holder: string, 
/**
 * Since when, in words.
 */
since: string, 
/**
 * Whether it was registered as found.
 */
asFound: boolean, 
/**
 * Whether it was put away.
 */
away: boolean, 
/**
 * The road as it is drawn.
 */
road: Array<RoadStep>, 
/**
 * What may come next.
 */
next: Array<NextActView>, 
/**
 * The acts of the road.
 */
acts: Array<ActSummary>, 
/**
 * How each criterion stands.
 */
criteria: Array<CriterionView>, 
/**
 * Whether it may go to COVACEC, as far as its criteria say.
 */
ready: boolean, 
/**
 * The roster of the day that was asked for.
 */
roster: Array<MemberView>, 
/**
 * That day, in words.
 */
rosterDay: string, 
/**
 * Those who left by then.
 */
former: Array<MemberView>, 
/**
 * The organizations.
 */
organizations: Array<OrganizationView>, 
/**
 * Pairs that may be one under two spellings.
 */
alike: Array<AlikeView>, 
/**
 * The standards it plans.
 */
planned: Array<PlannedView>, 
/**
 * Its work programme.
 */
programme: Array<ProgrammeView>, 
/**
 * Contacts and advice, the last one first.
 */
log: Array<EntryView>, 
/**
 * How many times it was advised in this year.
 */
advisories: number, 
/**
 * Its changes of officers, the last one first.
 */
changes: Array<OfficerChangeView>, 
/**
 * The standards here that name it.
 */
standards: Array<CommitteeStandard>, 
/**
 * What happened, the last act first.
 */
history: Array<CommitteeAct>, };

/**
 * The register of committees.
 */
export type CommitteesView = { 
/**
 * Those that were asked for.
 */
rows: Array<CommitteeRow>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * How many are of each sector, in the order of the office's reports.
 */
sectors: Array<CountOf>, 
/**
 * How many are in each state.
 */
states: Array<CountOf>, 
/**
 * The advice given in this year.
 */
advisories: number, };

/**
 * Two moments of a standard.
 */
export type Compare = { 
/**
 * The standard.
 */
id: string, 
/**
 * The one compared with.
 */
a: string, 
/**
 * The one compared.
 */
b: string, };

/**
 * Two editions of an instrument.
 */
export type CompareInstrument = { 
/**
 * Its standard, by id or code.
 */
id: string, 
/**
 * The older one, by its number or digest; empty or `now` for the instrument of today.
 */
a: string, 
/**
 * The newer one.
 */
b: string, };

/**
 * What changed between two moments.
 */
export type ComparisonView = { 
/**
 * The digest of the older text.
 */
from: string, 
/**
 * The digest of the newer one.
 */
to: string, 
/**
 * The older moment, in words.
 */
fromSays: string, 
/**
 * The newer one.
 */
toSays: string, 
/**
 * Each change, in the order of the page.
 */
changes: Array<ChangeView>, 
/**
 * Parts that are only cited otherwise, for others came or went.
 */
renumbered: Array<RenumberedView>, 
/**
 * How many say the same and end otherwise, for their list grew or shrank.
 */
ended: number, 
/**
 * How many parts stayed as they were.
 */
same: number, 
/**
 * How many changes nobody has said the reason of.
 */
pending: number, 
/**
 * Whether a reason can be taken back.
 */
undo: boolean, 
/**
 * Whether one can be given again.
 */
redo: boolean, };

/**
 * The compositions of COVACEC, as the office writes them.
 */
export type CompositionView = { 
/**
 * The text.
 */
text: string, 
/**
 * The one in force today: its seats in a line each.
 */
seats: Array<SeatView>, 
/**
 * Since when, in words.
 */
from: string, 
/**
 * Whether an official text confirms it.
 */
confirmed: boolean, };

/**
 * How many there are of something.
 */
export type CountOf = { 
/**
 * Its word.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * How many.
 */
count: number, };

/**
 * A criterion of a committee.
 */
export type CriterionView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its group.
 */
group: string, 
/**
 * What it asks for.
 */
says: string, 
/**
 * On what basis.
 */
basis: string, 
/**
 * The evidence to ask for.
 */
evidence: string, 
/**
 * Whether it is counted, so that nobody judges it.
 */
computed: boolean, 
/**
 * Whether a committee that lacks it does not go to COVACEC.
 */
blocks: boolean, 
/**
 * `MET`, `NOT_MET`, `NOT_CLAIMED` or `PENDING`.
 */
result: string, 
/**
 * The same, in words.
 */
resultName: string, 
/**
 * On what: what was counted, or what whoever judged wrote.
 */
note: string, 
/**
 * What is to be done of it; empty where nothing is.
 */
hint: string, 
/**
 * Who judged it, and when; empty where nobody did.
 */
by: string, 
/**
 * The files that stand for it.
 */
files: Array<EvidenceView>, };

/**
 * One difference in a packet.
 */
export type DifferenceView = { 
/**
 * In which file.
 */
file: string, 
/**
 * `digest`, `missing`, `extra`, `chain` or `text`.
 */
kind: string, 
/**
 * What, in Spanish.
 */
says: string, };

/**
 * An act of the road, with what it asks for.
 */
export type DossierPart = { 
/**
 * The act; empty where documents are of none.
 */
act: string, 
/**
 * Its name, as people call it.
 */
name: string, 
/**
 * `DONE`, `NEXT`, `LATER` or `OTHER`.
 */
when: string, 
/**
 * The day it was done, in words.
 */
onWords: string, 
/**
 * Who did it.
 */
by: string, 
/**
 * What it asks for.
 */
asks: Array<AskedView>, };

/**
 * The support file of a case as a whole, in the order of its road.
 */
export type DossierView = { 
/**
 * An act each.
 */
parts: Array<DossierPart>, };

/**
 * An attitude, habit or value.
 */
export type EcAttitude = { id?: string, number: number, name: string, manner: string, };

/**
 * An entry of SINCO or SCIAN.
 */
export type EcClassified = { id?: string, code: string, name: string, };

/**
 * An emergency. Its number is told where ids are, or where it is not its place in the list.
 */
export type EcContingency = { id?: string, number?: number, situation: string, expectedResponses: Array<string>, expectedResponseIds?: Array<string>, };

/**
 * A performance or a product.
 */
export type EcCriterion = { id?: string, number: number, text: string, characteristics: Array<string>, characteristicIds?: Array<string>, };

/**
 * A standard in the shape of the contract.
 */
export type EcDocument = { 
/**
 * The printed format it was read from.
 */
format?: string, code: string, 
/**
 * The code of the published document a draft was read from.
 */
sourceCode?: string, title: string, purpose: string, generalDescription: string, sncLevel: number | null, levelText: string, committee: string, approvalDate: string | null, publicationDate: string | null, reviewPeriod: string | null, certificateValidity: string | null, sincoUnitGroups: Array<EcClassified>, associatedOccupations: Array<string>, associatedOccupationIds?: Array<string>, unlistedOccupations: Array<string>, unlistedOccupationIds?: Array<string>, scian: EcScian, participatingOrganizations: Array<string>, participatingOrganizationIds?: Array<string>, relatedStandards: Array<string>, relatedStandardIds?: Array<string>, evaluationAspects: EcEvaluationAspects, references: Array<string>, referenceIds?: Array<string>, elements: Array<EcElement>, printed: EcPrinted, 
/**
 * What reading mended; only a reading has it.
 */
repairs?: Array<EcRepair>, 
/**
 * What reading could not place; only a reading has it.
 */
notUnderstood?: Array<EcUnplaced>, };

/**
 * How long an evaluation takes.
 */
export type EcDuration = { printed: string, deskMinutes: number | null, fieldMinutes: number | null, printedTotalMinutes: number | null, };

/**
 * An element.
 */
export type EcElement = { id?: string, index: number, count: number, code: string, title: string, performances: Array<EcCriterion>, products: Array<EcCriterion>, knowledge: Array<EcKnowledge>, attitudes: Array<EcAttitude>, contingencies: Array<EcContingency>, glossary: Array<EcGlossaryEntry>, };

/**
 * How a standard is evaluated.
 */
export type EcEvaluationAspects = { practiceDetails: Array<string>, practiceDetailIds?: Array<string>, requirements: Array<string>, requirementIds?: Array<string>, duration: EcDuration, };

/**
 * A fixed paragraph as printed.
 */
export type EcFixedParagraph = { id: string, text: string, };

/**
 * A term and its definition.
 */
export type EcGlossaryEntry = { id?: string, number: number, term: string, definition: string, };

/**
 * A knowledge, with the level as a word of ours and as printed.
 */
export type EcKnowledge = { id?: string, number: number, text: string, level: "RECALL" | "COMPREHENSION" | "APPLICATION" | null, printedLevel: string, details: Array<string>, detailIds?: Array<string>, };

/**
 * What the source printed around the standard. The first three are there together, and only where
 * there was a printed source; the rest is how any standard is to be printed.
 */
export type EcPrinted = { profileTitles?: Array<string>, headings?: Array<string>, fixedParagraphs?: Array<EcFixedParagraph>, updateParagraph: string | null, 
/**
 * Labels of the attitudes and terms whose name is not followed by a colon: `E2-A1`. Where a
 * number is repeated, the second of them is `E2-A1#2`.
 */
missingColons?: Array<string>, };

/**
 * What reading mended.
 */
export type EcRepair = { page: number, line: number, from: string, to: string, };

/**
 * The industries of a standard.
 */
export type EcScian = { sectors: Array<EcClassified>, subsectors: Array<EcClassified>, branches: Array<EcClassified>, subbranches: Array<EcClassified>, industryClasses: Array<EcClassified>, };

/**
 * A line that reading could not place.
 */
export type EcUnplaced = { page: number, line: number, text: string, };

/**
 * What to do to an instrument, as one.
 */
export type EditInstrument = { 
/**
 * Its standard, by id or code.
 */
id: string, 
/**
 * What to do, in order: all of it, or nothing.
 */
edits: Array<IecRequest>, };

/**
 * What to do to a map, as one.
 */
export type EditMap = { 
/**
 * The map.
 */
id: string, 
/**
 * What to do, in order: all of it, or nothing.
 */
edits: Array<MapRequest>, };

/**
 * One change.
 */
export type EditRequest = { "write": { 
/**
 * Whose; the standard's own where it is null.
 */
part: string | null, 
/**
 * Which text.
 */
field: string, 
/**
 * What the person saw there.
 */
before: string, 
/**
 * What is there now.
 */
after: string, } } | { "add": { 
/**
 * Whose list; the standard's own where it is null.
 */
owner: string | null, 
/**
 * Which list.
 */
list: string, 
/**
 * At which position, from 0.
 */
at: number, 
/**
 * Its main text.
 */
text: string, 
/**
 * Its second text (the manner, the definition, the name of a code, the level).
 */
aside: string, } } | { "remove": { 
/**
 * Whose list.
 */
owner: string | null, 
/**
 * Which list.
 */
list: string, 
/**
 * Which part.
 */
part: string, } } | { "move": { 
/**
 * Whose list.
 */
owner: string | null, 
/**
 * Which list.
 */
list: string, 
/**
 * Which part.
 */
part: string, 
/**
 * To which position, from 0.
 */
to: number, } } | { "transfer": { 
/**
 * Whose list it is in.
 */
owner: string | null, 
/**
 * Which list.
 */
list: string, 
/**
 * Which part.
 */
part: string, 
/**
 * Whose list it goes to.
 */
to: string, 
/**
 * At which position, from 0; beyond the end is at the end.
 */
at: number, } } | { "paste": { 
/**
 * Whose list.
 */
owner: string | null, 
/**
 * Which list.
 */
list: string, 
/**
 * The part whose text it is pasted in.
 */
part: string, 
/**
 * What stands in its text before the place, and after it.
 */
around: [string, string], 
/**
 * What is pasted.
 */
text: string, } } | { "duration": { 
/**
 * En gabinete.
 */
deskMinutes: number | null, 
/**
 * En campo.
 */
fieldMinutes: number | null, } } | { "level": { 
/**
 * 1 to 5; nothing for none.
 */
number: number | null, } } | { "renumber": { 
/**
 * Whose list.
 */
owner: string | null, 
/**
 * Which list.
 */
list: string, } } | { "sort": { 
/**
 * Whose list.
 */
owner: string | null, 
/**
 * Which list.
 */
list: string, } } | { "classify": { 
/**
 * `SCIAN` or `SINCO`.
 */
kind: string, 
/**
 * Its code.
 */
code: string, 
/**
 * The entry that is being written, which becomes this one; null where a new one is made.
 */
into: string | null, } } | { "addColon": { 
/**
 * The attitude or the glossary entry.
 */
part: string, } } | { "adoptForm": Record<symbol, never> };

/**
 * Changes to make as one.
 */
export type EditStandard = { 
/**
 * The standard.
 */
id: string, 
/**
 * The changes, in order: all of them are made, or none.
 */
edits: Array<EditRequest>, };

/**
 * A contact, or advice.
 */
export type EntryView = { 
/**
 * When, in words.
 */
on: string, 
/**
 * With whom.
 */
with: string, 
/**
 * About what.
 */
about: string, 
/**
 * Whether it was advice.
 */
advisory: boolean, };

/**
 * A file on disk that meets a requirement.
 */
export type EvidencePath = { 
/**
 * The requirement.
 */
requirement: string, 
/**
 * The file.
 */
path: string, };

/**
 * A file that proves something.
 */
export type EvidenceView = { 
/**
 * Its digest.
 */
digest: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its size in bytes.
 */
size: number, 
/**
 * The requirement it was attached for.
 */
requirement: string, 
/**
 * Who attached it.
 */
by: string, 
/**
 * The day of the document.
 */
on: string, 
/**
 * Who withdrew it, when and why, where it was attached by mistake.
 */
withdrawn: WithdrawnView | null, };

/**
 * One of a group.
 */
export type ExpertView = { 
/**
 * The id.
 */
id: string, 
/**
 * Who.
 */
name: string, 
/**
 * The post.
 */
post: string, 
/**
 * Where.
 */
organization: string, 
/**
 * What shows the experience.
 */
experience: string, 
/**
 * Since when, in words.
 */
from: string, 
/**
 * Until when, in words; null for one who is still in it.
 */
until: string | null, 
/**
 * When the letter was signed and in which file; null where it was not.
 */
letter: string | null, };

/**
 * A paper of a committee to write.
 */
export type ExportCommitteePaper = { 
/**
 * The committee.
 */
committee: string, 
/**
 * `CRITERIA`, `ROSTER`, `INTEGRATION` or `LETTER`.
 */
paper: string, 
/**
 * The act that a letter is of, by the state it led to; else the day of the roster.
 */
of: string, 
/**
 * `PDF` or `DOCX`.
 */
kind: string, 
/**
 * The file to write.
 */
path: string, 
/**
 * Whether over what is there.
 */
replace: boolean, };

/**
 * The comparison of two moments, to write to disk.
 */
export type ExportComparison = { 
/**
 * The standard.
 */
id: string, 
/**
 * The moment compared with.
 */
a: string, 
/**
 * The moment compared.
 */
b: string, 
/**
 * `PDF` or `DOCX`.
 */
kind: string, 
/**
 * Where.
 */
path: string, 
/**
 * Whether a file that is there is replaced.
 */
replace: boolean, };

/**
 * A document to write to disk.
 */
export type ExportDocument = { 
/**
 * The standard, or the map.
 */
id: string, 
/**
 * `PDF`, `DOCX` or `JSON`; a map also as `SVG`.
 */
kind: string, 
/**
 * The file to write.
 */
path: string, 
/**
 * Whether an existing file may be replaced.
 */
replace: boolean, };

/**
 * A paper of a group to write.
 */
export type ExportGroupPaper = { 
/**
 * The group.
 */
group: string, 
/**
 * `ROSTER`, `LETTER` or `MINUTES`.
 */
paper: string, 
/**
 * Of whom, or of which session.
 */
of: string, 
/**
 * `PDF` or `DOCX`.
 */
kind: string, 
/**
 * The file to write.
 */
path: string, 
/**
 * Whether an existing file may be replaced.
 */
replace: boolean, };

/**
 * The comparison of two editions of an instrument, to write to disk.
 */
export type ExportIecComparison = { 
/**
 * Its standard, by id or code.
 */
id: string, 
/**
 * The older one.
 */
a: string, 
/**
 * The newer one.
 */
b: string, 
/**
 * `PDF` or `DOCX`.
 */
kind: string, 
/**
 * Where.
 */
path: string, 
/**
 * Whether a file that is there is replaced.
 */
replace: boolean, };

/**
 * A copy of an instrument, or its matrix, to write to disk.
 */
export type ExportInstrument = { 
/**
 * Its standard, by id or code.
 */
id: string, 
/**
 * `FULL`, `CANDIDATE`, `KEY`, `SHOWN` (all but the key) or `MATRIX`.
 */
copy: string, 
/**
 * `PDF`; `DOCX` for a copy, `XLSX` for the matrix.
 */
format: string, 
/**
 * The file to write.
 */
path: string, 
/**
 * Whether an existing file may be replaced.
 */
replace: boolean, 
/**
 * A frozen edition, by its number or digest; empty for the instrument of today.
 */
edition: string, };

/**
 * A calendar of what falls due, to write for another program.
 */
export type ExportReminders = { 
/**
 * The file to write.
 */
path: string, 
/**
 * Whether over what is there.
 */
replace: boolean, };

/**
 * A resolution to write for the gazette.
 */
export type ExportResolution = { 
/**
 * Its number.
 */
resolution: string, 
/**
 * `PDF` or `DOCX`.
 */
kind: string, 
/**
 * The file to write.
 */
path: string, 
/**
 * Whether over what is there.
 */
replace: boolean, };

/**
 * A paper of a session to write.
 */
export type ExportSessionPaper = { 
/**
 * The session.
 */
session: string, 
/**
 * `NOTICE` or `MINUTES`.
 */
paper: string, 
/**
 * `PDF` or `DOCX`.
 */
kind: string, 
/**
 * The file to write.
 */
path: string, 
/**
 * Whether over what is there.
 */
replace: boolean, };

/**
 * A workbook to write, to be filled in.
 */
export type ExportTemplate = { 
/**
 * The standard, by id or code.
 */
id: string, 
/**
 * `IEC` or `PILOT`.
 */
what: string, 
/**
 * The file to write.
 */
path: string, 
/**
 * Whether an existing file may be replaced.
 */
replace: boolean, };

/**
 * A document on disk.
 */
export type ExportedView = { 
/**
 * The file.
 */
path: string, 
/**
 * Its digest.
 */
digest: string, 
/**
 * Fixed texts that the app printed because the source lacked them or had others.
 */
supplied: Array<SuppliedView>, };

/**
 * How many findings still stand.
 */
export type FindingCounts = { 
/**
 * Errors.
 */
errors: number, 
/**
 * Warnings.
 */
warnings: number, 
/**
 * Advice.
 */
advice: number, 
/**
 * Set aside.
 */
setAside: number, 
/**
 * Of the errors, those that another document of the case mends as well.
 */
across: number, };

/**
 * One thing a rule saw.
 */
export type FindingView = { 
/**
 * What names it from one review to the next, while the text stays.
 */
key: string, 
/**
 * The rule's id.
 */
rule: string, 
/**
 * `error`, `warning` or `advice`.
 */
severity: string, 
/**
 * Where.
 */
place: PlaceView, 
/**
 * Where, as people cite it.
 */
label: string, 
/**
 * The part it speaks of.
 */
part: string | null, 
/**
 * The field it speaks of.
 */
field: string | null, 
/**
 * From which character to which, in that text.
 */
span: [number, number] | null, 
/**
 * The words it speaks of.
 */
text: string, 
/**
 * What is wrong and what to do.
 */
message: string, 
/**
 * What to write instead.
 */
suggestion: string | null, 
/**
 * How the app can mend it: `NONE`, `REPLACE`, `ADOPT_FORM`, `RENUMBER`, `SORT`
 * or `ADD_COLON`.
 */
remedy: string, 
/**
 * The list to number again.
 */
list: ListView | null, 
/**
 * On what basis.
 */
basis: string, 
/**
 * Whether a person set it aside.
 */
setAside: SetAsideView | null, };

/**
 * What was said of an earlier resolution.
 */
export type FollowUpView = { 
/**
 * Its number.
 */
resolution: string, 
/**
 * How it stands.
 */
says: string, 
/**
 * Whether nothing more is to be done.
 */
done: boolean, };

/**
 * What changes would leave to look at again.
 */
export type ForeseenView = { 
/**
 * The items whose leaf would say something else, by their code.
 */
stale: Array<string>, 
/**
 * The items whose leaf would be gone.
 */
orphans: Array<string>, 
/**
 * The functions of the map whose element would be gone, by their number.
 */
functions: Array<string>, };

/**
 * A function of a map that something is asked of.
 */
export type FunctionAsked = { 
/**
 * The map.
 */
id: string, 
/**
 * The function.
 */
function: string, };

/**
 * A function, and the map it stands in.
 */
export type FunctionAt = { 
/**
 * The map.
 */
map: string, 
/**
 * The function.
 */
function: string, 
/**
 * Its number.
 */
number: string, };

/**
 * Where in a map a standard comes from.
 */
export type FunctionOfView = { 
/**
 * The function; null where no map has one of it.
 */
at: FunctionAt | null, };

/**
 * A function where it stands.
 */
export type FunctionView = { 
/**
 * Its id.
 */
id: string, 
/**
 * The one it is part of; null for the purpose.
 */
parent: string | null, 
/**
 * «1.2.1»; empty for the purpose.
 */
number: string, 
/**
 * How far below the purpose.
 */
depth: number, 
/**
 * `PURPOSE`, `KEY`, `INTERMEDIATE`, `INDIVIDUAL` or `ELEMENTARY`.
 */
level: string, 
/**
 * The same, as people call it.
 */
levelName: string, 
/**
 * What it says.
 */
text: string, 
/**
 * Whether one person can do it.
 */
individual: boolean, 
/**
 * The standard that covers it.
 */
standard: MapStandardView | null, 
/**
 * The element it is, as people cite it: «Elemento 1 de 3».
 */
element: string | null, 
/**
 * That element, by id.
 */
elementId: string | null, 
/**
 * What was said of it and still holds.
 */
attested: Array<AttestedView>, 
/**
 * The title that is proposed for a standard of it.
 */
proposedTitle: string, 
/**
 * The references that it and those below it propose for that standard.
 */
proposedReferences: Array<string>, };

/**
 * What waits to be published, by resolution.
 */
export type GazetteView = { 
/**
 * The last resolution first.
 */
resolutions: Array<ResolutionToPublish>, };

/**
 * Why a row was changed.
 */
export type GiveReason = { 
/**
 * The standard.
 */
id: string, 
/**
 * The moment compared with.
 */
a: string, 
/**
 * The moment compared.
 */
b: string, 
/**
 * The row, by its key or its place.
 */
row: string, 
/**
 * Why; empty takes away what was said.
 */
reason: string, };

/**
 * A change that a session made.
 */
export type GroupChangeView = { 
/**
 * The name that the change keeps: a reason is said of it.
 */
key: string, 
/**
 * In the map, or in the standard.
 */
document: string, 
/**
 * Where.
 */
place: string, 
/**
 * What happened.
 */
what: string, 
/**
 * What stood there.
 */
before: string, 
/**
 * What stands there.
 */
after: string, 
/**
 * Why; empty where nobody said.
 */
reason: string, };

/**
 * Something that happened in a group.
 */
export type GroupDeed = { 
/**
 * The group; or its map, or its standard.
 */
group: string, 
/**
 * What happened.
 */
deed: GroupRequest, };

/**
 * The group of something.
 */
export type GroupOfView = { 
/**
 * The group; null where there is none.
 */
group: GroupView | null, };

/**
 * What happens in a group. Whoever is in it is named by id or by name.
 */
export type GroupRequest = { "join": { 
/**
 * Who.
 */
name: string, 
/**
 * The post.
 */
post: string, 
/**
 * Where.
 */
organization: string, 
/**
 * What shows the experience.
 */
experience: string, 
/**
 * Since when; today where it is empty.
 */
on: string, } } | { "leave": { 
/**
 * Who.
 */
expert: string, 
/**
 * When; today where it is empty.
 */
on: string, 
/**
 * Why.
 */
reason: string, } } | { "open": { 
/**
 * Where, or by which means.
 */
place: string, 
/**
 * What for.
 */
agenda: string, 
/**
 * Who is there.
 */
present: Array<string>, } } | { "reason": { 
/**
 * The key of the change.
 */
change: string, 
/**
 * Why; empty takes back what was said.
 */
reason: string, } };

/**
 * A session of a group.
 */
export type GroupSessionView = { 
/**
 * From 1.
 */
number: number, 
/**
 * The day, in words.
 */
on: string, 
/**
 * Where.
 */
place: string, 
/**
 * What for.
 */
agenda: string, 
/**
 * Whether it goes on.
 */
open: boolean, 
/**
 * When it was opened, in words.
 */
opened: string, 
/**
 * When it was closed, in words.
 */
closed: string | null, 
/**
 * Who was there.
 */
present: Array<string>, 
/**
 * What it changed.
 */
changes: Array<GroupChangeView>, 
/**
 * What was attested in it.
 */
attested: Array<string>, 
/**
 * What it resolved.
 */
resolutions: Array<string>, 
/**
 * What else was said.
 */
notes: string, 
/**
 * Its minute as it was kept, by its digest.
 */
minutes: string | null, };

/**
 * A group with all that is known of it.
 */
export type GroupView = { 
/**
 * Its id.
 */
id: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * `SECTOR` or `INDIVIDUAL_FUNCTION`.
 */
kind: string, 
/**
 * The same, as people call it.
 */
kindName: string, 
/**
 * The map it works on.
 */
map: GroupedMapView | null, 
/**
 * The standards it works on.
 */
standards: Array<GroupedStandardView>, 
/**
 * Everybody who was ever in it.
 */
experts: Array<ExpertView>, 
/**
 * Its sessions, newest first.
 */
sessions: Array<GroupSessionView>, };

/**
 * The map of a group.
 */
export type GroupedMapView = { 
/**
 * Its id.
 */
id: string, 
/**
 * What sector it is the map of.
 */
title: string, 
/**
 * How far it is: `DRAFT` and on.
 */
state: string, 
/**
 * The same, as people call it.
 */
stateName: string, 
/**
 * How many errors stand in the way of its validation.
 */
errors: number, 
/**
 * Whether a session may validate it now.
 */
mayValidate: boolean, 
/**
 * Whether a session may freeze it now.
 */
mayFreeze: boolean, };

/**
 * A standard of a group.
 */
export type GroupedStandardView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its code.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * How many errors of its own stand in the way of its validation.
 */
errors: number, 
/**
 * How many its instrument has; null where it was not begun.
 */
instrumentErrors: number | null, };

/**
 * A page of the history of a case.
 */
export type HistoryView = { 
/**
 * Newest first.
 */
acts: Array<ActView>, 
/**
 * How many acts the chain has.
 */
total: number, 
/**
 * Whether there are older ones.
 */
more: boolean, 
/**
 * Everybody who did something.
 */
people: Array<string>, 
/**
 * Every kind of act there is, by its word and its name.
 */
kinds: Array<NamedText>, };

/**
 * One thing found.
 */
export type Hit = { 
/**
 * The standard, or the rule.
 */
id: string, 
/**
 * The part, when it is a place.
 */
part: string | null, 
/**
 * What it says.
 */
text: string, 
/**
 * Where it is.
 */
aside: string, };

/**
 * What is mine today, what is late, what waits for others.
 */
export type HomeView = { 
/**
 * The day.
 */
today: string, 
/**
 * The day in words.
 */
todayWords: string, 
/**
 * The next day off, in words; empty when far.
 */
dayOff: string, 
/**
 * Who works here; empty until it is said.
 */
person: string, 
/**
 * Whether there is no case yet.
 */
empty: boolean, 
/**
 * Cases whose next act is this office's.
 */
mine: Array<CaseLine>, 
/**
 * How many of those there are in all.
 */
mineTotal: number, 
/**
 * Cases past their deadline.
 */
late: Array<CaseLine>, 
/**
 * How many of those there are in all.
 */
lateTotal: number, 
/**
 * Cases that wait for others.
 */
waiting: Array<CaseLine>, 
/**
 * How many waiting cases there are in all.
 */
waitingTotal: number, 
/**
 * The road, with how many cases stand where.
 */
stages: Array<StageCount>, 
/**
 * The sessions that are prepared, called or under way, the next one first.
 */
sessions: Array<SessionLine>, };

/**
 * An act of an instrument that may be done.
 */
export type IecActView = { 
/**
 * The act.
 */
act: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * What has to be said with it, in words; empty where nothing.
 */
asks: string, 
/**
 * What is missing, in words; empty where it can be done.
 */
lacks: string, };

/**
 * An annex.
 */
export type IecAnnexView = { 
/**
 * Its id.
 */
id: string, 
/**
 * «Anexo 3».
 */
name: string, 
/**
 * What it is.
 */
title: string, 
/**
 * `CANDIDATE` or `EVALUATOR`.
 */
audience: string, 
/**
 * The name of the file; empty until there is one.
 */
file: string, 
/**
 * The digest of the file.
 */
digest: string, 
/**
 * The file stayed where the packet was made that brought the instrument.
 */
away: boolean, };

/**
 * One change of an instrument.
 */
export type IecChangeView = { 
/**
 * `ADDED`, `REMOVED`, `REWORDED`, `REWEIGHTED`, `MOVED` or `CHANGED`.
 */
kind: string, 
/**
 * The same, in words.
 */
kindName: string, 
/**
 * The part; null for what is set once for the whole.
 */
part: string | null, 
/**
 * Where, as people cite it.
 */
place: string, 
/**
 * What it was.
 */
before: string, 
/**
 * What it is.
 */
after: string, 
/**
 * Both, word by word.
 */
words: Array<MarkView>, };

/**
 * What changed between two editions of an instrument.
 */
export type IecComparisonView = { 
/**
 * The older one, in words.
 */
fromSays: string, 
/**
 * The newer one.
 */
toSays: string, 
/**
 * Why the newer one was made; empty where nobody said.
 */
reason: string, 
/**
 * Each change, in the order of the newer one.
 */
changes: Array<IecChangeView>, };

/**
 * How the questions that are asked were drawn from the bank.
 */
export type IecDrawView = { 
/**
 * The key of the draw.
 */
key: string, 
/**
 * How many questions of each item; null where it went by level.
 */
perItem: number | null, 
/**
 * Whether the questions that are asked are still those.
 */
asDrawn: boolean, };

/**
 * A frozen edition of an instrument.
 */
export type IecEditionView = { 
/**
 * From 1.
 */
number: number, 
/**
 * Its name.
 */
digest: string, 
/**
 * The digest of the text of the standard that it is of.
 */
standard: string, 
/**
 * The act that froze it.
 */
act: number, 
/**
 * When, in words.
 */
on: string, 
/**
 * Who froze it.
 */
by: string, 
/**
 * Why it was made; empty where it came with its standard.
 */
reason: string, 
/**
 * The minute with which it was validated.
 */
minutes: string, 
/**
 * Whether it was made without change in its standard.
 */
alone: boolean, 
/**
 * How far it is, in words.
 */
stateName: string, };

/**
 * Something a rule sees in an instrument.
 */
export type IecFindingView = { 
/**
 * Its name, by which it is set aside.
 */
key: string, 
/**
 * What a person said of it; null while it stands.
 */
setAside: SetAsideView | null, 
/**
 * The rule's id.
 */
rule: string, 
/**
 * `error`, `warning` or `advice`.
 */
severity: string, 
/**
 * The part it speaks of: an item, a question, a tool; or the leaf.
 */
part: string | null, 
/**
 * Where, as people cite it.
 */
label: string, 
/**
 * What is wrong and what to do.
 */
message: string, 
/**
 * On what basis.
 */
basis: string, };

/**
 * What a workbook came to.
 */
export type IecImportView = { 
/**
 * How many items.
 */
items: number, 
/**
 * How many questions.
 */
questions: number, 
/**
 * What else came, in words: «2 instrumentos».
 */
also: Array<string>, 
/**
 * The rows that were not understood.
 */
notUnderstood: Array<ToldView>, 
/**
 * It was only to be seen.
 */
dry: boolean, };

/**
 * An item.
 */
export type IecItemView = { 
/**
 * Its id.
 */
id: string, 
/**
 * «135.1/1-C1E1».
 */
code: string, 
/**
 * The leaf it asks for.
 */
leaf: string, 
/**
 * As people cite it; empty where it is gone.
 */
label: string, 
/**
 * What it says.
 */
text: string, 
/**
 * `MINOR`, `MEDIUM` or `MAJOR`.
 */
weight: string, 
/**
 * What it weighs as printed: «0.59», or «0 (-0.29)».
 */
weighs: string, 
/**
 * `ALLOWED`, `NOT_ALLOWED` or `REQUIRED`.
 */
historical: string, 
/**
 * What is expected, for Anexo 2.
 */
expected: Array<string>, 
/**
 * Why there are several, or the wording differs.
 */
reason: string, 
/**
 * `FRESH`, `STALE` or `ORPHAN`.
 */
stands: string, 
/**
 * What its leaf said when a person last looked.
 */
seen: string, 
/**
 * Its questions, those of the bank too.
 */
questions: Array<IecQuestion>, };

/**
 * An edition of an instrument that is being drafted.
 */
export type IecOpenView = { 
/**
 * Which it will be.
 */
number: number, 
/**
 * Why it was begun.
 */
reason: string, 
/**
 * When, in words.
 */
on: string, 
/**
 * By whom.
 */
by: string, };

/**
 * A question.
 */
export type IecQuestion = { 
/**
 * Its id.
 */
id: string, 
/**
 * The item it belongs to.
 */
item: string, 
/**
 * How it is put.
 */
kind: string, 
/**
 * `RECALL`, `COMPREHENSION` or `APPLICATION`; null for none.
 */
level: string | null, 
/**
 * What it asks.
 */
text: string, 
/**
 * What can be answered.
 */
options: Array<string>, 
/**
 * Which options are right, from 0.
 */
key: Array<number>, 
/**
 * The annex it is about.
 */
annex: string | null, 
/**
 * `IN_FORM`, `IN_BANK` or `RETIRED`.
 */
standing: string, 
/**
 * How many answered it right in the last pilot, from 0 to 1; whoever asks does not say it.
 */
difficulty: string | null, 
/**
 * How well it told those who know, from -1 to 1.
 */
discrimination: string | null, };

/**
 * What a person does to an instrument. Those that make a new part answer with its id in `focus`.
 */
export type IecRequest = { "derive": { 
/**
 * The leaves, by id.
 */
leaves: Array<string>, } } | { "addItem": { 
/**
 * The leaf.
 */
leaf: string, 
/**
 * The tool; the usual one of its kind where it is null.
 */
tool: string | null, } } | { "write": { 
/**
 * The part.
 */
part: string, 
/**
 * Which text.
 */
field: string, 
/**
 * What the person saw there.
 */
before: string, 
/**
 * What is there now.
 */
after: string, } } | { "choose": { 
/**
 * The part.
 */
part: string, 
/**
 * Which choice.
 */
field: string, 
/**
 * What is chosen; empty for none.
 */
value: string, } } | { "expect": { 
/**
 * The item.
 */
item: string, 
/**
 * One a line.
 */
responses: Array<string>, } } | { "confirm": { 
/**
 * The item.
 */
item: string, } } | { "addTool": { 
/**
 * `OBSERVATION_GUIDE`, `CHECKLIST` or `QUESTIONNAIRE`.
 */
kind: string, } } | { "addSituation": { 
/**
 * Its name.
 */
name: string, } } | { "addQuestion": { 
/**
 * The item.
 */
item: string, 
/**
 * `MULTIPLE_CHOICE`, `TRUE_FALSE`, `MATCHING`, `COMPLETION` or `IMAGE`.
 */
kind: string, } } | { "setQuestion": { 
/**
 * What the person saw.
 */
before: IecQuestion, 
/**
 * What it is now.
 */
after: IecQuestion, } } | { "remove": { 
/**
 * The part.
 */
part: string, } } | { "move": { 
/**
 * The part.
 */
part: string, 
/**
 * To which position, from 0.
 */
to: number, } } | { "terms": { 
/**
 * Shares of the classes, «20.00», minor, medium, major.
 */
shares: [string, string, string] | null, 
/**
 * The pass score, «97.64»; empty for none.
 */
passScore: string | null, 
/**
 * The kinds of criterion that are judged (J-2).
 */
judged: Array<string> | null, 
/**
 * How long it takes, in minutes; 0 for what the standard says.
 */
minutes: number | null, } } | { "draw": { 
/**
 * The key: the same one draws the same form.
 */
seed: string, 
/**
 * How many questions of each item; null for as many as the level of each asks for.
 */
perItem: number | null, } };

/**
 * A situation of application.
 */
export type IecSituationView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What is set up.
 */
description: string, };

/**
 * How far an instrument is.
 */
export type IecStandingView = { 
/**
 * The state of the notes: `DRAFT`, `COVERAGE_OK`, `GTE_VALIDATED`…
 */
state: string, 
/**
 * The same, as people call it.
 */
stateName: string, 
/**
 * Whether its words stay as they are.
 */
closed: boolean, 
/**
 * Why, and what to do; empty where it is open.
 */
closedSays: string, 
/**
 * What can be done of it, alone.
 */
acts: Array<IecActView>, 
/**
 * The edition of its own that is being drafted.
 */
open: IecOpenView | null, 
/**
 * Its frozen editions, newest first.
 */
editions: Array<IecEditionView>, };

/**
 * A list of committees to bring in.
 */
export type ImportCommittees = { 
/**
 * The file: CSV or workbook.
 */
path: string, 
/**
 * Whether it is only looked at.
 */
dryRun: boolean, };

/**
 * An outline to read as a map.
 */
export type ImportMap = { 
/**
 * A Word document, a workbook or a text.
 */
path: string, 
/**
 * What sector it is the map of; the name of the file where it is empty.
 */
title: string, 
/**
 * It is only to be seen: nothing is written.
 */
dry: boolean, };

/**
 * A workbook to read for an instrument.
 */
export type ImportSheet = { 
/**
 * Its standard, by id or code.
 */
id: string, 
/**
 * The workbook.
 */
path: string, 
/**
 * It is only to be seen: nothing is written.
 */
dry: boolean, };

/**
 * What came of taking a packet in.
 */
export type ImportedPacket = { 
/**
 * The case.
 */
id: string, 
/**
 * Its title in the packet.
 */
title: string, 
/**
 * `NEW`, `SAME`, `AHEAD` (the packet carries it further), `BEHIND` (this workspace is
 * further) or `DIVERGES`: nothing is merged then.
 */
outcome: string, 
/**
 * Up to which act both agree.
 */
common: number, 
/**
 * This workspace's acts after that.
 */
ours: Array<ActView>, 
/**
 * The packet's acts after that.
 */
theirs: Array<ActView>, 
/**
 * What came of what goes beside the case.
 */
beside: Array<BesideView>, 
/**
 * It was only looked at: nothing was written.
 */
dry: boolean, };

/**
 * A standard that was read from a file.
 */
export type ImportedView = { 
/**
 * Its id.
 */
id: string, 
/**
 * In which format it was.
 */
format: string, 
/**
 * How many words were mended.
 */
repairs: number, 
/**
 * How many lines were not understood.
 */
notUnderstood: number, };

/**
 * An instrument against its standard.
 */
export type InstrumentView = { 
/**
 * The id of its standard.
 */
id: string, 
/**
 * The code of its standard, or of its source.
 */
code: string, 
/**
 * The title of its standard.
 */
title: string, 
/**
 * Whether it was begun.
 */
begun: boolean, 
/**
 * What the standard asks for, in the order of its page.
 */
leaves: Array<LeafView>, 
/**
 * The situations it is applied in.
 */
situations: Array<IecSituationView>, 
/**
 * The tools, in the order of application, each with its items.
 */
tools: Array<ToolView>, 
/**
 * The annexes, from the third on.
 */
annexes: Array<IecAnnexView>, 
/**
 * What is done, in the order of application.
 */
plan: Array<ActivityView>, 
/**
 * The two criteria of the judgement, as papers print them.
 */
judgement: Array<string>, 
/**
 * What the standard asks to have at hand.
 */
requirements: Array<string>, 
/**
 * The questions and items that came in a packet, without their key.
 */
keyless: Array<string>, 
/**
 * The items that take historical evidence, or ask for it.
 */
historical: Array<string>, 
/**
 * The weights as they come out.
 */
weights: WeightsView, 
/**
 * How many leaves have no item.
 */
uncovered: number, 
/**
 * How many items are stale, or have lost their leaf.
 */
stale: number, 
/**
 * What the rules see.
 */
findings: Array<IecFindingView>, 
/**
 * How many errors there are.
 */
errors: number, 
/**
 * How many warnings.
 */
warnings: number, 
/**
 * How its questions were drawn; null where they were chosen.
 */
draw: IecDrawView | null, 
/**
 * How far it is, and its editions.
 */
standing: IecStandingView, 
/**
 * The part to go to, where one was just made.
 */
focus: string | null, 
/**
 * What can be undone, in words; null when nothing can.
 */
undo: string | null, 
/**
 * What can be redone, in words; null when nothing can.
 */
redo: string | null, 
/**
 * When it was last saved, in words.
 */
savedAt: string, 
/**
 * The digest of the instrument; empty where it was not begun.
 */
digest: string, };

/**
 * A leaf of the standard, and its items: a row of the coverage matrix.
 */
export type LeafView = { 
/**
 * Its id.
 */
id: string, 
/**
 * As people cite it: «E1-D2.3».
 */
label: string, 
/**
 * `PERFORMANCE`, `PRODUCT`, `KNOWLEDGE`, `ATTITUDE` or `CONTINGENCY`.
 */
kind: string, 
/**
 * The line of its criterion.
 */
line: string, 
/**
 * What hangs on it.
 */
detail: string, 
/**
 * The level of a knowledge, in words.
 */
level: string, 
/**
 * The items that ask for it.
 */
items: Array<string>, 
/**
 * The sentence that is proposed for an item of it.
 */
proposed: string, };

/**
 * The letters of the office, as it writes them.
 */
export type LettersView = { 
/**
 * The office's own; the shipped ones where it has none.
 */
text: string, 
/**
 * Whether they are the shipped ones.
 */
shipped: boolean, 
/**
 * The fields that a letter may name, and what each says.
 */
fields: Array<NamedText>, };

/**
 * How many entries of a level there are.
 */
export type LevelCount = { 
/**
 * «clase», «nivel 3».
 */
level: string, 
/**
 * How many.
 */
count: number, };

/**
 * A level of the Sistema Nacional de Competencias.
 */
export type LevelView = { 
/**
 * 1 to 5.
 */
number: number, 
/**
 * «Tres».
 */
word: string, 
/**
 * What is printed under it.
 */
text: string, 
/**
 * Whether an official document confirms it.
 */
confirmed: boolean, };

/**
 * An element that a function may be.
 */
export type LinkableView = { 
/**
 * Its id.
 */
id: string, 
/**
 * The standard, by id.
 */
standard: string, 
/**
 * What that is called.
 */
standardTitle: string, 
/**
 * «Elemento 2 de 3».
 */
name: string, 
/**
 * What it says.
 */
title: string, 
/**
 * The number of the function that is it already; empty where none is.
 */
function: string, };

/**
 * Something that is wrong in a line.
 */
export type ListLine = { 
/**
 * From 1; 0 for the whole list.
 */
line: number, 
/**
 * What, in Spanish.
 */
says: string, 
/**
 * Whether the list is not brought in because of it.
 */
blocks: boolean, };

/**
 * A list, by its owner.
 */
export type ListView = { 
/**
 * Whose; the standard's own where it is null.
 */
owner: string | null, 
/**
 * Which.
 */
list: string, };

/**
 * What the workspace's seals say.
 */
export type LogView = { 
/**
 * Whether nothing was changed.
 */
sound: boolean, 
/**
 * How many acts were checked.
 */
acts: number, 
/**
 * What does not fit.
 */
differences: Array<DifferenceView>, };

/**
 * Something was made.
 */
export type Made = { 
/**
 * Its id.
 */
id: string, };

/**
 * A packet to assemble.
 */
export type MakePacket = { 
/**
 * The case.
 */
id: string, 
/**
 * `covacec`, `technical-committee`, `dof` or `renec`.
 */
destination: string, 
/**
 * The folder it is put in.
 */
dir: string, };

/**
 * A code that is none.
 */
export type MalformedCode = { 
/**
 * As it was written.
 */
typed: string, 
/**
 * Of what.
 */
title: string, 
/**
 * What it probably meant; empty where that is not plain.
 */
meant: string, };

/**
 * An edition of a map that was frozen.
 */
export type MapEditionView = { 
/**
 * From 1.
 */
number: number, 
/**
 * The act that froze it.
 */
act: number, 
/**
 * Its name: the digest of its canonical JSON.
 */
digest: string, 
/**
 * When, in words.
 */
on: string, 
/**
 * Who wrote it down.
 */
by: string, 
/**
 * By which minute.
 */
minutes: string, 
/**
 * Whether it stands, in words.
 */
stateName: string, };

/**
 * Something a rule sees in a map.
 */
export type MapFindingView = { 
/**
 * What names it while what it speaks of stays.
 */
key: string, 
/**
 * The rule's id.
 */
rule: string, 
/**
 * `error`, `warning` or `advice`.
 */
severity: string, 
/**
 * The function it speaks of.
 */
function: string | null, 
/**
 * Its number.
 */
label: string, 
/**
 * From which character to which, in its text.
 */
span: [number, number] | null, 
/**
 * What is wrong and what to do.
 */
message: string, 
/**
 * What to write instead.
 */
suggestion: string | null, 
/**
 * What a person may say to answer it: a claim.
 */
claim: string | null, 
/**
 * On what basis.
 */
basis: string, 
/**
 * Whether a person set it aside.
 */
setAside: SetAsideView | null, };

/**
 * What an outline came to.
 */
export type MapImportView = { 
/**
 * The map; null where it was only to be seen.
 */
id: string | null, 
/**
 * What sector it is the map of.
 */
title: string, 
/**
 * Its functions; the first is the purpose.
 */
lines: Array<OutlineLineView>, 
/**
 * What was read otherwise than it was written.
 */
mended: Array<ToldView>, 
/**
 * What was not understood.
 */
notUnderstood: Array<ToldView>, };

/**
 * One map of the list.
 */
export type MapLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * What sector it is the map of.
 */
title: string, 
/**
 * Who owns it.
 */
committee: string, 
/**
 * What the sector is for.
 */
purpose: string, 
/**
 * How many functions it has, the purpose apart.
 */
functions: number, };

/**
 * What a person does to a map. Those that make a new function answer with its id in `focus`.
 */
export type MapRequest = { "write": { 
/**
 * Which text.
 */
field: string, 
/**
 * What the person saw there.
 */
before: string, 
/**
 * What is there now.
 */
after: string, } } | { "reword": { 
/**
 * Which one.
 */
function: string, 
/**
 * What the person saw there.
 */
before: string, 
/**
 * What is there now.
 */
after: string, } } | { "sibling": { 
/**
 * Which one.
 */
of: string, } } | { "child": { 
/**
 * Which one.
 */
of: string, } } | { "indent": { 
/**
 * Which one.
 */
function: string, } } | { "outdent": { 
/**
 * Which one.
 */
function: string, } } | { "step": { 
/**
 * Which one.
 */
function: string, 
/**
 * With the one after it.
 */
down: boolean, } } | { "move": { 
/**
 * Which one.
 */
function: string, 
/**
 * Below which one.
 */
parent: string, 
/**
 * At which position, from 0, counted without it.
 */
at: number, } } | { "merge": { 
/**
 * Which one.
 */
function: string, 
/**
 * Though an element or a standard stays without its function.
 */
breaking: boolean, } } | { "split": { 
/**
 * Which one.
 */
function: string, 
/**
 * After how many letters.
 */
chars: number, } } | { "remove": { 
/**
 * Which one.
 */
function: string, 
/**
 * Though elements or standards stay without their functions.
 */
breaking: boolean, } } | { "individual": { 
/**
 * Which one.
 */
function: string, 
/**
 * Whether it is held so.
 */
after: boolean, } } | { "attest": { 
/**
 * Which one.
 */
function: string, 
/**
 * `NECESSARY_AND_SUFFICIENT`, `ONE_PERSON` or `OBSERVABLE_OR_PRODUCT`.
 */
claim: string, } } | { "retract": { 
/**
 * Which one.
 */
function: string, 
/**
 * What was said.
 */
claim: string, } } | { "linkElement": { 
/**
 * Which one.
 */
function: string, 
/**
 * Which element, by id; null where it is no longer one.
 */
element: string | null, } } | { "linkStandard": { 
/**
 * Which one.
 */
function: string, 
/**
 * Which standard, by id; null where it is no longer that of one.
 */
standard: string | null, } } | { "paste": { 
/**
 * Below which one.
 */
below: string, 
/**
 * The lines.
 */
text: string, } };

/**
 * A standard that a function is tagged with.
 */
export type MapStandardView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its code, or the code of its source.
 */
code: string, 
/**
 * Its title.
 */
title: string, };

/**
 * A map with all that is known of it.
 */
export type MapView = { 
/**
 * Its id.
 */
id: string, 
/**
 * What sector it is the map of.
 */
title: string, 
/**
 * Who owns it.
 */
committee: string, 
/**
 * Every function, each before those below it; the first is the purpose.
 */
functions: Array<FunctionView>, 
/**
 * What the rules see, with what was set aside.
 */
findings: Array<MapFindingView>, 
/**
 * How many errors there are.
 */
errors: number, 
/**
 * How many warnings.
 */
warnings: number, 
/**
 * How many pieces of advice.
 */
advice: number, 
/**
 * How many findings were set aside.
 */
setAside: number, 
/**
 * How far it is: `DRAFT`, `IN_REVIEW`, `VALIDATED_BY_GTE`, `FROZEN_FOR_EC`.
 */
state: string, 
/**
 * The same, as people call it.
 */
stateName: string, 
/**
 * Whether its words stay as they are.
 */
closed: boolean, 
/**
 * Its frozen editions, newest first.
 */
editions: Array<MapEditionView>, 
/**
 * The digest of the map.
 */
digest: string, 
/**
 * The function to go to, where one was just made.
 */
focus: string | null, 
/**
 * What can be undone, in words; null when nothing can.
 */
undo: string | null, 
/**
 * The session of the group that ended with what would be undone; null where none did.
 */
undoAgreed: string | null, 
/**
 * What can be redone, in words; null when nothing can.
 */
redo: string | null, 
/**
 * When it was last saved, in words.
 */
savedAt: string, };

/**
 * The maps.
 */
export type MapsView = { 
/**
 * Each by its title.
 */
rows: Array<MapLine>, };

/**
 * Some words: `SAME`, `REMOVED` or `ADDED`.
 */
export type MarkView = { 
/**
 * What became of them.
 */
kind: string, 
/**
 * The words.
 */
text: string, };

/**
 * A matter of the agenda.
 */
export type MatterView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its place, from 1.
 */
place: number, 
/**
 * What it is about, in words.
 */
kind: string, 
/**
 * The case.
 */
case: string, 
/**
 * Whether the case is a committee's.
 */
isCommittee: boolean, 
/**
 * What it is called.
 */
title: string, 
/**
 * Who presents it.
 */
presenter: string, 
/**
 * How each seat voted.
 */
votes: Array<VoteView>, 
/**
 * In favour.
 */
inFavour: number, 
/**
 * Against.
 */
against: number, 
/**
 * Abstentions.
 */
abstentions: number, 
/**
 * Recused.
 */
recused: number, 
/**
 * How many have not voted.
 */
waitedFor: number, 
/**
 * How many in favour are needed, and of how many.
 */
needed: string, 
/**
 * `CARRIED`, `NOT_CARRIED`, `TIED` or `OPEN`.
 */
outcome: string, 
/**
 * What follows if it is declared now, in words.
 */
follows: string, 
/**
 * Whether a casting vote was given.
 */
casting: boolean | null, 
/**
 * The number of its resolution, once it was declared.
 */
resolution: string, 
/**
 * What was declared, in words; empty until then.
 */
declared: string, 
/**
 * Why.
 */
reasons: string, };

/**
 * Somebody in a committee.
 */
export type MemberView = { 
/**
 * Which one.
 */
id: string, 
/**
 * Who.
 */
name: string, 
/**
 * The post.
 */
post: string, 
/**
 * The organization.
 */
organization: string, 
/**
 * The office in the committee.
 */
office: string, 
/**
 * The same, in words.
 */
officeName: string, 
/**
 * Since when, in words.
 */
from: string, 
/**
 * Until when, in words.
 */
until: string | null, 
/**
 * Why, for one who left.
 */
reason: string, };

/**
 * A finding to mend as its remedy says.
 */
export type Mend = { 
/**
 * The standard.
 */
id: string, 
/**
 * The finding.
 */
key: string, 
/**
 * With it, all that the same rule finds and mends in the same way, as one change.
 */
alike: boolean, };

/**
 * A requirement that is met.
 */
export type MetView = { 
/**
 * Its id.
 */
requirement: string, 
/**
 * What it asks for.
 */
says: string, 
/**
 * On what basis.
 */
basis: string, 
/**
 * What proves it, in words.
 */
proof: string, 
/**
 * The file that proves it.
 */
file: EvidenceView | null, };

/**
 * What moves an instrument on, alone.
 */
export type MoveInstrument = { 
/**
 * Its standard, by id or code.
 */
id: string, 
/**
 * `IEC_EDITION_BEGUN`, `IEC_VALIDATED`, `IEC_FROZEN` or `IEC_RESTORED` (the edition is given up).
 */
act: string, 
/**
 * Why; of a validation, with which minute.
 */
reason: string, };

/**
 * How a map moves on.
 */
export type MoveMap = { 
/**
 * The map.
 */
id: string, 
/**
 * `MAP_IN_REVIEW`, `MAP_RETURNED` or `MAP_REOPENED`.
 */
act: string, 
/**
 * Why.
 */
reason: string, };

/**
 * A word and what it says.
 */
export type NamedText = { 
/**
 * The word.
 */
name: string, 
/**
 * What it says.
 */
text: string, };

/**
 * A map to begin.
 */
export type NewMap = { 
/**
 * What sector it is the map of.
 */
title: string, };

/**
 * A standard to begin from blank.
 */
export type NewStandard = { 
/**
 * Its title.
 */
title: string, };

/**
 * An act that may come next, with all that is missing for it.
 */
export type NextActView = { 
/**
 * The act, named by the state it leads to.
 */
act: string, 
/**
 * Its name, as people call it.
 */
name: string, 
/**
 * What is done, beginning with a verb.
 */
does: string, 
/**
 * Who performs it.
 */
who: string, 
/**
 * Since when it waits.
 */
since: string | null, 
/**
 * The same, in words.
 */
sinceWords: string, 
/**
 * Until when.
 */
due: string | null, 
/**
 * The same, in words, or `sin plazo`.
 */
dueWords: string, 
/**
 * Working days left; less than none when it is late.
 */
workingDaysLeft: number | null, 
/**
 * How that stands: `LATE`, `NEAR`, `AHEAD`, or `OPEN` where there is no day.
 */
pace: string, 
/**
 * On what basis.
 */
basis: string, 
/**
 * Whether a reason must be given.
 */
needsReason: boolean, 
/**
 * What is missing.
 */
unmet: Array<UnmetView>, 
/**
 * What it asks for and already has.
 */
met: Array<MetView>, };

/**
 * A difference between a note and the resolution.
 */
export type NoteDifference = { 
/**
 * The line of the note, from 1; none where nothing of it is there.
 */
line: number | null, 
/**
 * What differs.
 */
says: string, };

/**
 * A question with nothing to say.
 */
export type Nothing = Record<symbol, never>;

/**
 * A change of officers: who goes on, or who follows whom.
 */
export type OfficerChangeView = { 
/**
 * Its id.
 */
id: string, 
/**
 * `RATIFICATION` or `SUBSTITUTION`.
 */
kind: string, 
/**
 * In words: «Ana Ruiz (Presidencia): la sustituye Eva Solís».
 */
says: string, 
/**
 * Where it stands.
 */
state: string, 
/**
 * The same, in words.
 */
stateName: string, 
/**
 * Since when, in words.
 */
since: string, 
/**
 * What may come next.
 */
next: Array<NextActView>, };

/**
 * Which acts are asked for.
 */
export type OnlyActs = { 
/**
 * By this person.
 */
by: string, 
/**
 * At a place that is cited so or lies in it (`E1-D2`), or that has these words in its name.
 */
place: string, 
/**
 * Of this kind, by its word.
 */
kind: string, 
/**
 * From this day on (`YYYY-MM-DD`).
 */
from: string, 
/**
 * Until this day.
 */
to: string, };

/**
 * An organization of a committee.
 */
export type OrganizationView = { 
/**
 * Which one.
 */
id: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * What it is.
 */
kind: string, 
/**
 * The same, in words.
 */
kindName: string, 
/**
 * What it was joined to, being the same.
 */
joinedTo: string | null, };

/**
 * A function of an outline.
 */
export type OutlineLineView = { 
/**
 * «1.2»; empty for the purpose.
 */
number: string, 
/**
 * How far below the purpose.
 */
depth: number, 
/**
 * What it says.
 */
text: string, };

/**
 * The short lists of the rules in force.
 */
export type PackView = { 
/**
 * The rule pack.
 */
id: string, 
/**
 * The levels of the Sistema Nacional de Competencias.
 */
levels: Array<LevelView>, 
/**
 * The names an attitude may have.
 */
attitudes: Array<string>, };

/**
 * A packet made before.
 */
export type PacketMade = { 
/**
 * When, in words.
 */
at: string, 
/**
 * By whom.
 */
by: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its digest.
 */
digest: string, };

/**
 * What the packet of a case still lacks.
 */
export type PacketStanding = { 
/**
 * `covacec`, ….
 */
destination: string, 
/**
 * Whether it can be made.
 */
ready: boolean, 
/**
 * What is missing.
 */
unmet: Array<UnmetView>, 
/**
 * The packets made so far.
 */
made: Array<PacketMade>, };

/**
 * A packet that was assembled.
 */
export type PacketView = { 
/**
 * The file.
 */
path: string, 
/**
 * Its digest.
 */
digest: string, 
/**
 * Its size in bytes.
 */
size: number, 
/**
 * What is in it.
 */
files: Array<string>, 
/**
 * Fixed texts that the app printed because the source lacked them or had others.
 */
supplied: Array<SuppliedView>, };

/**
 * The official page, as pictures.
 */
export type PagesView = { 
/**
 * One for each page there is: what looks the same has the same mark.
 */
marks: Array<string>, 
/**
 * The pages that were asked for and look other than what is there.
 */
pages: Array<PictureView>, 
/**
 * Where each part is printed.
 */
places: Array<SpotView>, 
/**
 * Width of a page, in points.
 */
width: number, 
/**
 * Height of a page, in points.
 */
height: number, 
/**
 * Characters no font has, which the page shows as a box.
 */
missing: string, };

/**
 * An act of the road, asked for.
 */
export type PerformAct = { 
/**
 * The case.
 */
id: string, 
/**
 * The act, named by the state it leads to.
 */
act: string, 
/**
 * The state in which the case was seen when it was asked for; empty where nobody looked.
 */
from: string, 
/**
 * The day it was done on; today when empty.
 */
on: string, 
/**
 * Why, where a reason is asked for.
 */
reason: string, 
/**
 * What else the act carries (a resolution number, a date), as words.
 */
fields: Array<NamedText>, 
/**
 * Files to attach with it.
 */
evidence: Array<EvidencePath>, };

/**
 * A file to choose.
 */
export type PickFile = { 
/**
 * What for.
 */
kind: PickKind, 
/**
 * The name to begin with, where one is written.
 */
name?: string, };

/**
 * What a file is wanted for.
 */
export type PickKind = "STANDARD" | "CATALOGUE" | "EVIDENCE" | "PACKET" | "WORKSPACE" | "NEW_WORKSPACE" | "FOLDER" | "SAVE_PDF" | "SAVE_DOCX" | "SHEET" | "SAVE_SVG" | "SAVE_JSON" | "SAVE_XLSX" | "SAVE_ICS" | "ANNEX" | "SAVE_EVIDENCE";

/**
 * What the person chose.
 */
export type PickedFile = { 
/**
 * The path; null when nothing was chosen.
 */
path: string | null, };

/**
 * A page as a picture.
 */
export type PictureView = { 
/**
 * Which one, from 0.
 */
page: number, 
/**
 * The picture.
 */
svg: string, };

/**
 * What a pilot says of an item.
 */
export type PilotItemView = { 
/**
 * The item.
 */
item: string, 
/**
 * Its code.
 */
code: string, 
/**
 * The criterion it is for.
 */
label: string, 
/**
 * What it says.
 */
text: string, 
/**
 * How many people were marked.
 */
asked: number, 
/**
 * «0.75»; null where nobody was.
 */
difficulty: string | null, 
/**
 * «0.31»; null where all were marked alike.
 */
discrimination: string | null, 
/**
 * «1.00»; null where nobody was evaluated twice.
 */
agreement: string | null, 
/**
 * Why to look at it, in words.
 */
look: Array<string>, };

/**
 * The last pilot of an instrument.
 */
export type PilotOfView = { 
/**
 * What it says; null where there was none.
 */
pilot: PilotView | null, };

/**
 * What a pilot says.
 */
export type PilotView = { 
/**
 * The file it came in.
 */
name: string, 
/**
 * When, and who brought it in, in words.
 */
on: string, 
/**
 * How many people were evaluated.
 */
candidates: number, 
/**
 * How many times.
 */
sittings: number, 
/**
 * The middle of how long it took.
 */
medianMinutes: number | null, 
/**
 * How many ended in the time of the instrument, in words; null where it says none.
 */
inTime: string | null, 
/**
 * Each item, in its order.
 */
items: Array<PilotItemView>, };

/**
 * A place, as the contract spells it.
 */
export type PlaceView = { 
/**
 * The element, from 1.
 */
element: number | null, 
/**
 * What it points at.
 */
kind: string | null, 
/**
 * The criterion's number.
 */
number: number | null, 
/**
 * The bullet, from 1.
 */
characteristic: number | null, 
/**
 * The general field.
 */
field: string | null, };

/**
 * A standard that a committee plans.
 */
export type PlannedView = { 
/**
 * Which one.
 */
id: string, 
/**
 * Its title.
 */
title: string, };

/**
 * A moment.
 */
export type PointView = { 
/**
 * As it is asked for.
 */
at: string, 
/**
 * The act it is after.
 */
act: number, 
/**
 * In words.
 */
says: string, 
/**
 * The digest of the text.
 */
digest: string, };

/**
 * The moments of a standard that have a name.
 */
export type PointsView = { 
/**
 * Its frozen editions, oldest first, and the text of today.
 */
points: Array<PointView>, 
/**
 * The day it begins (`YYYY-MM-DD`): any day from then on is a moment too.
 */
begins: string, 
/**
 * Today.
 */
today: string, };

/**
 * A line of the work programme.
 */
export type ProgrammeView = { 
/**
 * Which one.
 */
id: string, 
/**
 * What.
 */
what: string, 
/**
 * Who.
 */
who: string, 
/**
 * By when, in words.
 */
by: string, 
/**
 * Whether it was done.
 */
done: boolean, };

/**
 * A file that proves something of an act.
 */
export type ProofView = { 
/**
 * What it proves.
 */
requirement: string, 
/**
 * The same, as people call it.
 */
called: string, 
/**
 * The file.
 */
digest: string, 
/**
 * Its name; empty where the file is not in this workspace.
 */
name: string, };

/**
 * The note of the gazette that publishes a resolution.
 */
export type ProvePublication = { 
/**
 * The number of the resolution.
 */
resolution: string, 
/**
 * The number of the note.
 */
note: string, 
/**
 * The day it was published.
 */
on: string, 
/**
 * The edition: «Matutina».
 */
edition: string, 
/**
 * The note: text, PDF or Word.
 */
path: string, 
/**
 * Why it is taken though it differs; empty where it does not.
 */
reason: string, 
/**
 * Whether it is only compared.
 */
dryRun: boolean, };

/**
 * What came of comparing a note.
 */
export type PublicationView = { 
/**
 * What differs from what was sent.
 */
differences: Array<NoteDifference>, 
/**
 * The days from the approval to the publication.
 */
days: number, 
/**
 * How many standards are published by it; none where it was only compared.
 */
published: number, };

/**
 * A standard of a resolution.
 */
export type PublishedStandard = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its code; empty while it has none.
 */
code: string, 
/**
 * The code that is proposed while it has none.
 */
proposed: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Where it stands.
 */
state: string, 
/**
 * The same, in words.
 */
stateName: string, 
/**
 * How many letters its general description is too long by; none where it fits.
 */
tooLong: number, };

/**
 * How the workspace stands, to be compared with how it stood.
 */
export type Pulse = { 
/**
 * It differs from before when somebody else wrote in between.
 */
beat: number, };

/**
 * The quorum.
 */
export type QuorumView = { 
/**
 * How many there are.
 */
present: number, 
/**
 * How many are needed.
 */
needed: number, 
/**
 * Of how many.
 */
of: number, 
/**
 * Whether it holds.
 */
holds: boolean, 
/**
 * In words.
 */
says: string, };

/**
 * How a document was read.
 */
export type ReadingView = { 
/**
 * The file's name.
 */
file: string, 
/**
 * In which format it was.
 */
format: string, 
/**
 * Words mended.
 */
repairs: Array<EcRepair>, 
/**
 * Lines without a place.
 */
notUnderstood: Array<EcUnplaced>, };

/**
 * A case that may be put on an agenda.
 */
export type ReadyCase = { 
/**
 * Its id.
 */
id: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * What it is about, in words.
 */
kind: string, 
/**
 * Since when it waits, in words.
 */
since: string, 
/**
 * Where it stands, in words.
 */
stateName: string, };

/**
 * Why a row was changed.
 */
export type ReasonView = { 
/**
 * Why.
 */
text: string, 
/**
 * Who said so.
 */
by: string, 
/**
 * The day, in words.
 */
on: string, 
/**
 * Whether the wording has changed since.
 */
stale: boolean, };

/**
 * What the Comité Técnico decided in a session, of one standard or several under one resolution.
 */
export type RecordTc = { 
/**
 * The standards.
 */
standards: Array<string>, 
/**
 * `TC_SUBMITTED`, `TC_APPROVED`, `TC_NOT_APPROVED` or `TC_DEFERRED`.
 */
act: string, 
/**
 * The number of the resolution, where it approves.
 */
resolution: string, 
/**
 * The day of the session.
 */
on: string, 
/**
 * The agenda, or the constancia.
 */
path: string, 
/**
 * Why, where it does not approve.
 */
reason: string, };

/**
 * A part that is cited otherwise.
 */
export type RenumberedView = { 
/**
 * As it was cited.
 */
from: string, 
/**
 * As it is.
 */
to: string, 
/**
 * What it says.
 */
text: string, };

/**
 * A resolution of the Comité Técnico and its standards.
 */
export type ResolutionToPublish = { 
/**
 * Its number.
 */
number: string, 
/**
 * The day it was approved, in words.
 */
on: string, 
/**
 * The days since.
 */
days: number, 
/**
 * Its standards, by title.
 */
standards: Array<PublishedStandard>, };

/**
 * A resolution.
 */
export type ResolutionView = { 
/**
 * Its number.
 */
number: string, 
/**
 * What it is of.
 */
title: string, 
/**
 * What was decided, in words.
 */
declared: string, 
/**
 * Why, or what is lacking.
 */
reasons: string, 
/**
 * What was last said of it.
 */
last: string, };

/**
 * Brings a document back to how an act left it, by an act of its own.
 */
export type ReturnTo = { 
/**
 * The standard, or the map.
 */
id: string, 
/**
 * `STANDARD`, `MAP` or `INSTRUMENT`.
 */
document: string, 
/**
 * The act, or a day, or an edition.
 */
at: string, };

/**
 * What came of it.
 */
export type ReturnedView = { 
/**
 * The act that the document is as it left it.
 */
act: number, 
/**
 * Whether anything changed.
 */
changed: boolean, };

/**
 * What the reviewer found in a standard.
 */
export type ReviewView = { 
/**
 * Its code, or the id of a draft without one.
 */
standard: string, 
/**
 * The rule pack it was reviewed under.
 */
rulePack: string, 
/**
 * When.
 */
checkedAt: string, 
/**
 * In the order of the page.
 */
findings: Array<FindingView>, };

/**
 * One step of the road.
 */
export type RoadStep = { 
/**
 * The state's word.
 */
state: string, 
/**
 * Its name.
 */
name: string, 
/**
 * `past`, `here`, `next`, `later` or `returned`.
 */
status: string, 
/**
 * One datum: the day it was reached, or what it lacks.
 */
datum: string, 
/**
 * The digest of the text that stands frozen since this step.
 */
frozen: string | null, };

/**
 * A rule, as the help shows it.
 */
export type RuleView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its weight.
 */
severity: string, 
/**
 * What it asks.
 */
title: string, 
/**
 * Why.
 */
why: string, 
/**
 * A mistake.
 */
wrong: string, 
/**
 * Its remedy.
 */
right: string, 
/**
 * On what basis.
 */
basis: string, };

/**
 * Compositions to write down.
 */
export type SaveComposition = { 
/**
 * The text; the shipped one where it is empty.
 */
text: string, };

/**
 * A copy of a file of evidence to write.
 */
export type SaveEvidence = { 
/**
 * The standard whose case it proves something of.
 */
id: string, 
/**
 * The file, by its digest.
 */
digest: string, 
/**
 * Where.
 */
path: string, 
/**
 * Whether it replaces a file that is there.
 */
replace: boolean, };

/**
 * Letters to write down.
 */
export type SaveLetters = { 
/**
 * The text; the shipped ones where it is empty.
 */
text: string, };

/**
 * Settings to write down.
 */
export type SaveSettings = { 
/**
 * Who signs the acts.
 */
person: string, 
/**
 * The lines of the letterhead.
 */
letterhead: Array<string>, 
/**
 * `system`, `light` or `dark`.
 */
appearance: string, 
/**
 * The days on which the office does not work besides those of the law.
 */
nonWorkingDays: string, };

/**
 * The typed part of the support file, to be written down.
 */
export type SaveSupport = { 
/**
 * The case.
 */
id: string, 
/**
 * What it says now.
 */
support: SupportView, };

/**
 * What to look for.
 */
export type Search = { 
/**
 * As typed.
 */
query: string, };

/**
 * What was found, in groups.
 */
export type SearchView = { 
/**
 * Standards.
 */
standards: Array<Hit>, 
/**
 * Places in standards.
 */
places: Array<Hit>, 
/**
 * Rules.
 */
rules: Array<Hit>, };

/**
 * A seat.
 */
export type SeatView = { 
/**
 * Its number.
 */
number: number, 
/**
 * What it is, in words.
 */
role: string, 
/**
 * The post.
 */
post: string, 
/**
 * Who holds it; empty while it is vacant.
 */
holder: string, 
/**
 * Whether the holder is in charge of the office.
 */
acting: boolean, 
/**
 * Who was named to stand in.
 */
substitute: string, 
/**
 * Who sits in it; empty where nobody does.
 */
sitting: string, 
/**
 * Whether whoever sits there stands in.
 */
standsIn: boolean, 
/**
 * Whether it presides now.
 */
presides: boolean, 
/**
 * Whether it votes now.
 */
votes: boolean, 
/**
 * The other seat of the same person.
 */
sameAs: number | null, };

/**
 * Something that happened in a session.
 */
export type SessionDeed = { 
/**
 * The session: its id, or its number in the year, «3/2026».
 */
session: string, 
/**
 * What happened.
 */
deed: SessionRequest, };

/**
 * A session in a line.
 */
export type SessionLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name: «3.ª sesión ordinaria de 2026».
 */
name: string, 
/**
 * Its number in the year, «3/2026».
 */
number: string, 
/**
 * The day, in words.
 */
on: string, 
/**
 * The same, as it is written in files.
 */
day: string, 
/**
 * `DRAFT`, `CALLED`, `OPEN`, `CLOSED` or `CANCELLED`.
 */
state: string, 
/**
 * The same, in words.
 */
stateName: string, 
/**
 * How many matters it has.
 */
matters: number, };

/**
 * What happens in a session of COVACEC. A matter is named by its id or by its place on the agenda.
 */
export type SessionRequest = { "put": { 
/**
 * A committee or a standard, by id, name or code.
 */
case: string, 
/**
 * Who presents it.
 */
presenter: string, } } | { "take": { 
/**
 * Which matter.
 */
matter: string, } } | { "base": { 
/**
 * `SEATS` or `PERSONS`.
 */
base: string, } } | { "attend": { 
/**
 * The number of the seat.
 */
seat: number, 
/**
 * `HOLDER`, `SUBSTITUTE` or `ABSENT`.
 */
presence: string, 
/**
 * Who stands in.
 */
name: string, } } | { "guest": { 
/**
 * Who.
 */
name: string, } } | { "open": Record<symbol, never> } | { "vote": { 
/**
 * On what.
 */
matter: string, 
/**
 * The number of the seat.
 */
seat: number, 
/**
 * `IN_FAVOUR`, `AGAINST`, `ABSTENTION` or `RECUSED`.
 */
vote: string, } } | { "unvote": { 
/**
 * On what.
 */
matter: string, 
/**
 * The number of the seat.
 */
seat: number, } } | { "cast": { 
/**
 * Of what.
 */
matter: string, 
/**
 * Whether in favour.
 */
inFavour: boolean, } } | { "declare": { 
/**
 * Of what.
 */
matter: string, 
/**
 * Why; asked for where it is not in favour.
 */
reasons: string, } } | { "defer": { 
/**
 * Which one.
 */
matter: string, 
/**
 * What is lacking.
 */
reasons: string, } } | { "follow": { 
/**
 * Its number, as printed.
 */
resolution: string, 
/**
 * How it stands.
 */
says: string, 
/**
 * Whether nothing more is to be done.
 */
done: boolean, } };

/**
 * A session is called, ends or is called off: it leaves a paper, and moves its cases.
 */
export type SessionStep = { 
/**
 * The session.
 */
session: string, 
/**
 * `CALL`, `CLOSE` or `CANCEL`.
 */
step: string, 
/**
 * The day its notice was sent; today where it is empty.
 */
on: string, 
/**
 * Other matters that were spoken of, or why it is called off.
 */
says: string, };

/**
 * A session.
 */
export type SessionView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its number in the year.
 */
number: string, 
/**
 * The day, in words.
 */
on: string, 
/**
 * Where.
 */
place: string, 
/**
 * `DRAFT`, `CALLED`, `OPEN`, `CLOSED` or `CANCELLED`.
 */
state: string, 
/**
 * The same, in words.
 */
stateName: string, 
/**
 * The first day it may be held if its notice is sent today, in words, and the basis.
 */
notice: string, 
/**
 * When its notice was sent, in words.
 */
called: string, 
/**
 * What the quorum is counted on; empty until it is said.
 */
base: string, 
/**
 * Whether the composition is confirmed by an official text.
 */
confirmed: boolean, 
/**
 * What a majority is of, in words.
 */
majority: string, 
/**
 * The quorum now.
 */
quorum: QuorumView | null, 
/**
 * Its seats.
 */
seats: Array<SeatView>, 
/**
 * Its agenda.
 */
matters: Array<MatterView>, 
/**
 * Guests.
 */
guests: Array<string>, 
/**
 * What may be put on its agenda.
 */
ready: Array<ReadyCase>, 
/**
 * What was said of earlier resolutions.
 */
followUp: Array<FollowUpView>, 
/**
 * Earlier resolutions that still wait for something.
 */
pending: Array<ResolutionView>, 
/**
 * Other matters, or why it was called off.
 */
others: string, 
/**
 * The digest of its minutes, once they are kept.
 */
minutes: string | null, };

/**
 * The sessions of COVACEC.
 */
export type SessionsView = { 
/**
 * The last one first.
 */
sessions: Array<SessionLine>, 
/**
 * What may be put on an agenda.
 */
ready: Array<ReadyCase>, 
/**
 * By when the next one is due, in words, and on what basis.
 */
nextDue: string, 
/**
 * Earlier resolutions that still wait for something.
 */
pending: Array<ResolutionView>, };

/**
 * A finding to set aside.
 */
export type SetAside = { 
/**
 * The standard.
 */
id: string, 
/**
 * The finding.
 */
key: string, 
/**
 * `JUSTIFIED` or `FALSE_ALARM`.
 */
kind: string, 
/**
 * Why.
 */
reason: string, };

/**
 * That a finding was set aside.
 */
export type SetAsideView = { 
/**
 * `JUSTIFIED` or `FALSE_ALARM`.
 */
kind: string, 
/**
 * By whom.
 */
by: string, 
/**
 * Why.
 */
reason: string, 
/**
 * The day.
 */
on: string, 
/**
 * The day, in words.
 */
at: string, };

/**
 * The settings of a workspace.
 */
export type SettingsView = { 
/**
 * Who signs the acts.
 */
person: string, 
/**
 * The lines of the letterhead.
 */
letterhead: Array<string>, 
/**
 * `system`, `light` or `dark`.
 */
appearance: string, 
/**
 * The days on which the office does not work besides those of the law, a line each:
 * `AAAA-MM-DD | motivo` or `AAAA-MM-DD a AAAA-MM-DD | motivo`.
 */
nonWorkingDays: string, 
/**
 * The workspace's file.
 */
workspace: string, 
/**
 * Whether it can only be read: nothing that is done here would be kept.
 */
readOnly: boolean, 
/**
 * The app's version.
 */
version: string, 
/**
 * The rule packs there are.
 */
rulePacks: Array<string>, };

/**
 * A letter of confidentiality that was signed.
 */
export type SignLetter = { 
/**
 * The group.
 */
group: string, 
/**
 * Who signed.
 */
expert: string, 
/**
 * When; today where it is empty.
 */
on: string, 
/**
 * The file.
 */
path: string, };

/**
 * A standard with a title like what is written.
 */
export type SimilarTitle = { 
/**
 * The standard of this workspace; null where it is of the register.
 */
id: string | null, 
/**
 * Its code; empty for a draft.
 */
code: string, 
/**
 * Its level.
 */
level: number | null, 
/**
 * Its title.
 */
title: string, 
/**
 * Its committee.
 */
committee: string, 
/**
 * Whether nothing but accents, capitals, spaces and points is different.
 */
equal: boolean, 
/**
 * How alike they are, in hundredths.
 */
likeness: number, };

/**
 * What is equal to it or like it.
 */
export type SimilarView = { 
/**
 * «RENEC del 28 de noviembre de 2025»; null where none was brought in.
 */
register: string | null, 
/**
 * Whether the register is being made ready, and is not looked through yet.
 */
preparing: boolean, 
/**
 * The most alike first.
 */
found: Array<SimilarTitle>, };

/**
 * One ECE or OC that will operate the standard.
 */
export type SolutionView = { 
/**
 * Its name.
 */
name: string, 
/**
 * `ECE` or `OC`.
 */
kind: string, 
/**
 * Whether it is accredited already, or intends to be.
 */
accredited: boolean, };

/**
 * What the document that a draft was read from says of itself.
 */
export type SourceView = { 
/**
 * Its code.
 */
code: string, 
/**
 * When it was approved, in words; empty where it does not say.
 */
approved: string, 
/**
 * When it was published, in words.
 */
published: string, 
/**
 * The codes of its elements.
 */
elements: Array<string>, };

/**
 * Where a part is printed.
 */
export type SpotView = { 
/**
 * The part; null for a general field.
 */
part: string | null, 
/**
 * Which text of it.
 */
field: string | null, 
/**
 * The list that stands here, where it is a list.
 */
list: string | null, 
/**
 * The page, from 0.
 */
page: number, 
/**
 * From the top of the page, in points.
 */
y: number, 
/**
 * How high it is, in points.
 */
height: number, };

/**
 * A stage and its cases.
 */
export type StageCount = { 
/**
 * The state's word.
 */
state: string, 
/**
 * Its name.
 */
name: string, 
/**
 * How many.
 */
count: number, 
/**
 * How many are late.
 */
late: number, };

/**
 * One standard of the register.
 */
export type StandardRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its code, or the code of its source.
 */
code: string, 
/**
 * Whether that code is its own.
 */
assigned: boolean, 
/**
 * Its title.
 */
title: string, 
/**
 * Its committee.
 */
committee: string, 
/**
 * Its level.
 */
level: number | null, 
/**
 * Its level, in words.
 */
levelWord: string, 
/**
 * Where it stands.
 */
state: string, 
/**
 * The same, as people call it.
 */
stateName: string, 
/**
 * Since when, in words.
 */
since: string, 
/**
 * Until when, in words.
 */
due: string, 
/**
 * Working days left.
 */
workingDaysLeft: number | null, 
/**
 * How that stands: `LATE`, `NEAR`, `AHEAD`, or `OPEN` where there is no day.
 */
pace: string, 
/**
 * Whose turn it is: `OURS`, `OTHERS`, `REST` where it is in force or kept, `ENDED`.
 */
turn: string, 
/**
 * Whether it is the invented sample.
 */
sample: boolean, };

/**
 * A standard with all that is known of it.
 */
export type StandardView = { 
/**
 * Its id.
 */
id: string, 
/**
 * What it is called where its code is cited: «EC sin código, a partir de EC0249».
 */
called: string, 
/**
 * What its source was given, where it was read from a document and shows none of it.
 */
source: SourceView | null, 
/**
 * Its text, with ids, and over it what its own acts gave.
 */
document: EcDocument, 
/**
 * The digest of that text.
 */
digest: string, 
/**
 * Its case.
 */
case: CaseView, 
/**
 * What the reviewer sees.
 */
findings: Array<FindingView>, 
/**
 * How many still stand.
 */
counts: FindingCounts, 
/**
 * What can be undone, in words; null when nothing can.
 */
undo: string | null, 
/**
 * The session of the group that ended with what would be undone; null where none did.
 */
undoAgreed: string | null, 
/**
 * What can be redone, in words; null when nothing can.
 */
redo: string | null, 
/**
 * What it updates, while it is being updated.
 */
update: UpdateView | null, 
/**
 * The digest of the edition its case froze; null while it may change freely.
 */
frozen: string | null, 
/**
 * How it was read, if it was read from a document.
 */
reading: ReadingView | null, 
/**
 * The typed part of the support file.
 */
support: SupportView, 
/**
 * The packets.
 */
packets: Array<PacketStanding>, 
/**
 * When it was last saved, in words.
 */
savedAt: string, 
/**
 * Whether it is the invented sample.
 */
sample: boolean, };

/**
 * The register.
 */
export type StandardsView = { 
/**
 * The standards.
 */
rows: Array<StandardRow>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * States that occur, with their counts.
 */
states: Array<StageCount>, };

/**
 * A fixed text the export supplied.
 */
export type SuppliedView = { 
/**
 * Its id in the form.
 */
id: string, 
/**
 * What it says.
 */
text: string, };

/**
 * The typed part of the support file.
 */
export type SupportView = { 
/**
 * How many people could be certified.
 */
certifiablePopulation: number | null, 
/**
 * Where that figure comes from.
 */
populationSource: string, 
/**
 * Who will evaluate and certify.
 */
certificationSolutions: Array<SolutionView>, 
/**
 * What encourages people to certify.
 */
consequenceMechanism: string, 
/**
 * Years until the standard is reviewed.
 */
reviewPeriod: string, 
/**
 * How long a certificate is valid.
 */
certificateValidity: string, };

/**
 * A function that becomes a standard.
 */
export type TagFunction = { 
/**
 * The map.
 */
id: string, 
/**
 * The function.
 */
function: string, 
/**
 * The title of the standard; what is proposed for it when empty.
 */
title: string, 
/**
 * Its references; those that are proposed where it is null.
 */
references: Array<string> | null, };

/**
 * A packet to take in.
 */
export type TakePacket = { 
/**
 * Where.
 */
path: string, 
/**
 * It is only to be seen: nothing is written.
 */
dry: boolean, };

/**
 * A finding to take up again.
 */
export type TakeUp = { 
/**
 * The standard.
 */
id: string, 
/**
 * The finding.
 */
key: string, };

/**
 * A criterion of an element, and the items that ask for it.
 */
export type ThreadCriterionView = { 
/**
 * Its id.
 */
id: string, 
/**
 * «E1-D2».
 */
label: string, 
/**
 * What it says.
 */
text: string, 
/**
 * How many things it asks for.
 */
leaves: number, 
/**
 * How many of those an item reaches.
 */
reached: number, 
/**
 * The items that ask for it.
 */
items: Array<ThreadItemView>, };

/**
 * An item of the instrument.
 */
export type ThreadItemView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its code.
 */
code: string, 
/**
 * What it says.
 */
text: string, };

/**
 * What a function leads to: its element, what that asks for, and the items that reach it.
 */
export type ThreadView = { 
/**
 * The standard of the function, or of the nearest one above it.
 */
standard: MapStandardView | null, 
/**
 * The element that the function is.
 */
element: LinkableView | null, 
/**
 * What that element asks for.
 */
criteria: Array<ThreadCriterionView>, 
/**
 * The elements it may be linked to; those of its own standard first.
 */
linkable: Array<LinkableView>, };

/**
 * A part of a change.
 */
export type ToldPart = { 
/**
 * Which; nothing for the standard's own texts.
 */
part: string | null, 
/**
 * Where.
 */
place: string, 
/**
 * What it says.
 */
text: string, };

/**
 * Something said of a place in a file.
 */
export type ToldView = { 
/**
 * «Fila 12».
 */
place: string, 
/**
 * What.
 */
text: string, };

/**
 * A tool with its items.
 */
export type ToolView = { 
/**
 * Its id.
 */
id: string, 
/**
 * What it is.
 */
kind: string, 
/**
 * The same, as people call it.
 */
kindName: string, 
/**
 * The situation it is applied in.
 */
situation: string | null, 
/**
 * Its title.
 */
title: string, 
/**
 * What its box says.
 */
instruction: string, 
/**
 * Its items.
 */
items: Array<IecItemView>, };

/**
 * A refusal or a failure.
 */
export type Trouble = { 
/**
 * Its name, by which the window knows it.
 */
code: Code, 
/**
 * What happened, that nothing was lost, and what to do: in Spanish, for the person.
 */
says: string, 
/**
 * For the log.
 */
detail: string, 
/**
 * What an act still lacks, when that is why.
 */
unmet: Array<UnmetView>, };

/**
 * A requirement that is not met.
 */
export type UnmetView = { 
/**
 * Its id.
 */
requirement: string, 
/**
 * What is missing, in Spanish.
 */
says: string, 
/**
 * On what basis.
 */
basis: string, 
/**
 * How it is met: `FILE`, `TYPED`, `EITHER` of the two, `SAID`, `REVIEWER`, `REGISTER` or
 * `ACT`.
 */
how: string, 
/**
 * The field that meets it, when it is typed.
 */
field: string | null, };

/**
 * The standard in force that a draft updates.
 */
export type UpdateView = { 
/**
 * The act that began the update.
 */
act: number, 
/**
 * Its code.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * When the gazette published it, in words; empty where it is not known.
 */
published: string, 
/**
 * The next code after it that is free here; empty where it has none.
 */
next: string, };

/**
 * Whether a packet is what it says.
 */
export type VerifyView = { 
/**
 * The file.
 */
packet: string, 
/**
 * Whether nothing differs.
 */
sound: boolean, 
/**
 * What differs.
 */
differences: Array<DifferenceView>, };

/**
 * A vote.
 */
export type VoteView = { 
/**
 * The number of the seat.
 */
seat: number, 
/**
 * `IN_FAVOUR`, `AGAINST`, `ABSTENTION` or `RECUSED`.
 */
vote: string, 
/**
 * The same, in words.
 */
voteName: string, };

/**
 * A line of a document as it was.
 */
export type WasLine = { 
/**
 * How deep it lies.
 */
depth: number, 
/**
 * Where, as people cite it.
 */
place: string, 
/**
 * What it said.
 */
text: string, };

/**
 * A document as it was.
 */
export type WasView = { 
/**
 * The act that left it so.
 */
act: number, 
/**
 * The moment in words.
 */
says: string, 
/**
 * Whether it stands so today.
 */
same: boolean, 
/**
 * How many acts of editing were done since.
 */
since: number, 
/**
 * What it said, from the top.
 */
lines: Array<WasLine>, };

/**
 * The weights of an instrument, as they are printed.
 */
export type WeightsView = { 
/**
 * Minor, medium, major.
 */
classes: Array<ClassWeightView>, 
/**
 * What can be reached.
 */
total: string, 
/**
 * What rounding adds to a hundred, or takes from it.
 */
rounding: string, 
/**
 * What can be lost by attitudes that are not shown.
 */
penalty: string, 
/**
 * The pass score; empty until it is set.
 */
passScore: string, 
/**
 * The least score that excludes whoever misses one major item; empty where there is none.
 */
excludingOneMajor: string, 
/**
 * The kinds of criterion that are judged (J-2).
 */
judged: Array<string>, 
/**
 * How long it takes, in minutes; null for what the standard says.
 */
minutes: number | null, };

/**
 * A file that proves nothing of its requirement, to be withdrawn.
 */
export type WithdrawEvidence = { 
/**
 * The case.
 */
id: string, 
/**
 * The requirement it was attached for.
 */
requirement: string, 
/**
 * The file, by its digest; the last that stands when empty.
 */
digest: string, 
/**
 * Why.
 */
reason: string, };

/**
 * How a file that proves nothing more was withdrawn.
 */
export type WithdrawnView = { 
/**
 * Who withdrew it.
 */
by: string, 
/**
 * The day.
 */
on: string, 
/**
 * Why.
 */
reason: string, };

/**
 * How far a piece of long work is.
 */
export type WorkView = { 
/**
 * What is being done; empty before it begins and once it has ended.
 */
says: string, 
/**
 * How much of it is behind.
 */
done: number, 
/**
 * How much there is in all; 0 where that is not known.
 */
of: number, };

/**
 * The file that this window works in, and the copies that were kept beside it.
 */
export type WorkspaceView = { 
/**
 * The file.
 */
path: string, 
/**
 * Copies of it that Cauce kept before it changed its format, each by its path.
 */
copies: Array<string>, };

/**
 * A row that is wrong.
 */
export type WrongRow = { 
/**
 * Its number in the file.
 */
row: number, 
/**
 * What is wrong.
 */
says: string, };
