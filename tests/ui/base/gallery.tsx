import { AttributionMark } from "#app/ui/base/AttributionMark.tsx";
import { Badge } from "#app/ui/base/Badge.tsx";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button, IconButton, LinkButton } from "#app/ui/base/Button.tsx";
import { Card } from "#app/ui/base/Card.tsx";
import { Chain } from "#app/ui/base/Chain.tsx";
import { CheckField, ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { ErrorSummary } from "#app/ui/base/ErrorSummary.tsx";
import { EvidenceDots } from "#app/ui/base/EvidenceDots.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { FactList } from "#app/ui/base/FactList.tsx";
import { FilterPanel } from "#app/ui/base/FilterPanel.tsx";
import { fieldHref } from "#app/ui/base/field-id.ts";
import { Kind } from "#app/ui/base/Kind.tsx";
import { ListItem } from "#app/ui/base/ListItem.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Pagination } from "#app/ui/base/Pagination.tsx";
import { ProgressBar } from "#app/ui/base/ProgressBar.tsx";
import { Prose } from "#app/ui/base/Prose.tsx";
import { Secret } from "#app/ui/base/Secret.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import { SharingBars } from "#app/ui/base/SharingBars.tsx";
import { StatusMark } from "#app/ui/base/StatusMark.tsx";
import { ReviewSteps, Steps } from "#app/ui/base/Steps.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import { Tabs } from "#app/ui/base/Tabs.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { DateField, DateTimeField, TextField, TimeField } from "#app/ui/base/TextField.tsx";
import { Icon } from "#app/ui/icons/Icon.tsx";
import { iconNames } from "#app/ui/icons/icon-names.ts";

const markdown = `<h2>Problem addressed</h2><p>Plans were written in the last weeks of a sentence. See <a href="https://example.org/rules">the rules</a>.</p>
<h3>What is done</h3><ol><li>Six months before release, the prison informs probation.</li><li>A probation officer visits.<ul><li>with an interpreter</li></ul></li></ol>
<blockquote><p>Help in good time before release.</p></blockquote>
<table><thead><tr><th>Service</th><th>Part of the plan</th></tr></thead><tbody><tr><td>Probation</td><td>opens it, keeps it, and dates the first meeting</td></tr></tbody></table>`;

const invitations = [
  { id: "vera", person: "Vera Uzorović", from: "Probation, Montenegro", at: "Wed 4 Nov, 09:30", invited: "26 Oct" },
  { id: "besa", person: "Besa Shembulli", from: "Prison service, Kosovo*", at: "Thu 5 Nov, 11:30", invited: "26 Oct" },
];

const counts = [
  { kind: "practice" as const, label: "Good practice", captured: 18, checked: 7 },
  { kind: "challenge" as const, label: "Challenge", captured: 21, checked: 11 },
];

/** Every base component once, with the wiring that a page would give it. */
export function Gallery() {
  return (
    <>
      <Breadcrumbs label="Breadcrumb" items={[{ text: "Knowledge", href: "/knowledge" }, { text: "REL-2020-K7Q4" }]} />
      <PageHeader
        over={
          <FactLine>
            <Kind kind="practice">Good practice</Kind>
            <span className="number">REL-2020-K7Q4</span>
            {null}
            <span>revision 5</span>
          </FactLine>
        }
        title="Components"
        standfirst="Every piece, and the type it is set in."
        meta={
          <FactLine>
            <time dateTime="2020-11-04T09:30+01:00">Wednesday 4 November 2020, 09:30–11:00</time>
            <>Sarajevo (UTC+1)</>
          </FactLine>
        }
        actions={
          <>
            <LinkButton href="/call" icon="video">
              Join the call
            </LinkButton>
            <Button variant="primary">Mark as checked</Button>
          </>
        }
      />
      <Tabs
        label="Parts of the round"
        tabs={[
          { href: "/round", text: "Timetable", current: true },
          { href: "/round/sessions", text: "Sessions", count: 12 },
        ]}
      />
      <Chain
        title="Where it came from, where it went"
        kind="practice"
        aheadWord="not yet"
        nodes={[
          { label: "Round", text: "Second meeting, November 2020", href: "/round", state: "done" },
          { label: "Session", text: "Montenegro, 4 November", href: "/session", state: "done" },
          { label: "This record", text: "REL-2020-K7Q4", state: "current" },
          { label: "Matrix", text: "Individual release plan", href: "/matrix", state: "done" },
          { label: "Recommendation", text: "R 4, proposed", state: "ahead" },
        ]}
      />
      <Section id="type" title="Type">
        <div className="stack">
          <p className="lead-when">Zbornik radova: Čačak, Đakovica, Šabac, Žabljak, ćošak</p>
          <p className="lead-when" lang="sr-Cyrl">
            Зборник: Љубав, Њива, Џеп, ђак, ћошак, жаба
          </p>
          <p className="lead-when" lang="mk">
            Зборник: Ѓорѓи, Ќерка, Ѕвезда, Љубов, ѐ, ѝ
          </p>
          <p className="lead-when" lang="sq">
            Përmbledhje: çështje, përgatitje, shqyrtimi, Ë Ç
          </p>
          <p>
            Čačak, Đakovica, Šabac, Žabljak, ćošak. <span lang="sr-Cyrl">Љубав, Њива, Џеп, ђак, ћошак.</span>{" "}
            <span className="figures">0123456789, 09:30–11:00</span>
          </p>
        </div>
      </Section>
      <Section id="kinds" title="Kinds" note="sign, word, colour">
        <div className="cluster">
          <Kind kind="practice">Good practice</Kind>
          <Kind kind="challenge">Challenge</Kind>
          <Kind kind="need">Need</Kind>
          <Kind kind="recommendation">Recommendation</Kind>
          <Kind kind="lesson">Lesson</Kind>
          <Kind kind="proposal">Proposal</Kind>
          <Kind kind="reference">Reference</Kind>
        </div>
      </Section>
      <Section id="marks" title="Sharing, attribution, status">
        <div className="stack">
          <p className="cluster">
            <SharingBars level="bilateral">Session</SharingBars>
            <SharingBars level="group">Group</SharingBars>
            <SharingBars level="programme">Programme</SharingBars>
            <SharingBars level="public">Public</SharingBars>
          </p>
          <p className="cluster">
            <AttributionMark by="person">Person</AttributionMark>
            <AttributionMark by="institution">Institution</AttributionMark>
            <AttributionMark by="beneficiary">Beneficiary</AttributionMark>
            <AttributionMark by="group">Group</AttributionMark>
          </p>
          <p className="cluster">
            <StatusMark status="not-started">not started</StatusMark>
            <StatusMark status="under-way">under way</StatusMark>
            <StatusMark status="in-place">in place</StatusMark>
            <StatusMark status="not-applicable">not applicable</StatusMark>
            <StatusMark status="gap">gap</StatusMark>
            <Badge icon="check" tone="good">
              present
            </Badge>
            <EvidenceDots stage={2}>Stage 2 of 5</EvidenceDots>
          </p>
        </div>
      </Section>
      <Section id="signs" title="Signs">
        <p className="cluster">
          {iconNames.map((name) => (
            <Badge key={name} icon={name}>
              {name}
            </Badge>
          ))}
        </p>
      </Section>
      <Section id="buttons" title="Buttons" note="one primary per view">
        <div className="cluster">
          <Button variant="primary" name="intent" value="release">
            Release timetable
          </Button>
          <Button>Save draft</Button>
          <Button small about="Vera Uzorović">
            Remind
          </Button>
          <Button variant="quiet">Discard</Button>
          <Button disabled>Circulate</Button>
          <LinkButton href="/agenda.ics" icon="download">
            Calendar file
          </LinkButton>
        </div>
      </Section>
      <Section id="form" title="Form">
        <form className="stack" method="post" noValidate>
          <ErrorSummary
            title="Two answers are needed"
            errors={[
              { href: fieldHref("due"), text: "November has 30 days" },
              { href: fieldHref("share"), text: "Say with whom to share it" },
            ]}
          />
          <TextField
            name="title"
            label="Title"
            hint="at most 100 characters"
            defaultValue="Municipalities learn of a release too late"
            maxLength={100}
            required
            lang="en"
          />
          <TextField
            name="due"
            label="Due date"
            hint="for example 13.11.2020"
            error="November has 30 days. Enter another date."
            defaultValue="31.11.2020"
            width="short"
          />
          <TextField name="password" type="password" label="Password" autoComplete="current-password" width="half" />
          <TextareaField
            name="sentence"
            label="One sentence"
            optional="optional"
            hint="Practices, never cases."
            rows={2}
          />
          <SelectField
            name="delegation"
            label="Delegation"
            placeholder="Choose a delegation"
            defaultValue="me"
            options={[
              { value: "me", label: "Montenegro" },
              { group: "Elsewhere", options: [{ value: "regional", label: "Regional" }] },
            ]}
          />
          <div className="fields">
            <DateField name="day" label="Day" defaultValue="2020-11-04" />
            <TimeField name="from" label="From" defaultValue="09:30" />
            <TimeField name="to" label="To" error="After the beginning, please" defaultValue="09:00" />
          </div>
          <DateTimeField name="opens" label="Opens" defaultValue="2020-11-04T09:15" />
          <ChoiceGroup
            type="radio"
            name="share"
            legend="Share with"
            error="Say with whom to share it"
            required
            options={[
              { value: "bilateral", label: <SharingBars level="bilateral">This session</SharingBars> },
              {
                value: "group",
                label: <SharingBars level="group">The group</SharingBars>,
                hint: "after the delegation agrees",
              },
            ]}
          />
          <ChoiceGroup
            type="checkbox"
            name="phase"
            legend="Phase"
            hint="all that apply"
            inline
            defaultValue={["pre-release"]}
            options={[
              { value: "pre-release", label: "Pre-release" },
              { value: "release-day", label: "Release day" },
            ]}
          />
          <CheckField name="consent" label="The delegation agrees" hint="You speak for it." error="Needed to go on" />
          <div className="actions">
            <Button variant="primary">Keep it</Button>
            <Button variant="quiet">Cancel</Button>
            <span className="saved">Saved 10:42</span>
          </div>
        </form>
      </Section>
      <Section id="order" title="Agenda" note="90 min">
        <ol className="order">
          {["Welcome", "Practices of other European services"].map((item) => (
            <li key={item}>
              <div>
                <b>{item}</b>
                <FactLine className="minor">
                  <span>15 min</span>
                  <span>Nora Beispiel</span>
                </FactLine>
              </div>
              <div className="moves">
                <IconButton icon="arrow-up" label={`Move up: ${item}`} name="up" value={item} />
                <IconButton icon="arrow-down" label={`Move down: ${item}`} name="down" value={item} />
                <IconButton icon="trash" label={`Remove: ${item}`} name="remove" value={item} />
              </div>
            </li>
          ))}
        </ol>
      </Section>
      <Section id="messages" title="Messages">
        <div className="stack">
          <Notice title="Available only in Macedonian.">
            <a href="/mk">Open it</a> or ask for a translation.
          </Notice>
          <Notice tone="good" isAnswer title="Minutes circulated.">
            Those who attended may propose amendments until 20 November.
          </Notice>
          <Notice tone="warn" title="The connection is lost.">
            What you write is kept on this computer and sent when it returns.
          </Notice>
          <Notice tone="bad" title="Draft 4 cannot be released yet.">
            Nora Beispiel would be in two sessions on Friday at 11:00. <a href="#order">Move one of them</a>. Released
            version 3 stays in force; nobody has been told anything.
          </Notice>
          <Empty title="No minutes yet." action={<LinkButton href="/minutes">Open the first item</LinkButton>}>
            Open an agenda item and start to write; everyone in the team may write at once.
          </Empty>
          <div className="toasts" role="status">
            <p className="toast">
              <span>REL-2020-K7Q4 archived</span>
              <button type="button">Undo</button>
            </p>
          </div>
          <Secret label="Temporary password, shown once" value="Kl7-mPq2-Vx9d" />
          <ProgressBar label="Looking for a better timetable: 9 breaks so far" value={8} max={20} />
        </div>
      </Section>
      <Section id="tables" title="Tables">
        <div className="stack">
          <Table
            caption="Contributions by kind"
            captionNote="second meeting"
            wide
            columns={[
              { key: "kind", head: "Kind", rowHead: true, cell: (row) => <Kind kind={row.kind}>{row.label}</Kind> },
              { key: "captured", head: "Captured", kind: "figures", cell: (row) => row.captured },
              { key: "checked", head: "Checked", kind: "figures", cell: (row) => row.checked },
            ]}
            rows={counts}
            rowKey={(row) => row.kind}
          />
          <Table
            caption="Invitations without an answer"
            captionHidden
            fold
            columns={[
              {
                key: "person",
                head: "Person",
                rowHead: true,
                className: "person",
                cell: (row) => (
                  <>
                    <b>{row.person}</b>
                    <small>{row.from}</small>
                  </>
                ),
              },
              { key: "session", head: "Session", cell: (row) => row.at },
              { key: "invited", head: "Invited", foldLabel: "Invited", cell: (row) => row.invited },
              {
                key: "remind",
                head: "Action",
                headHidden: true,
                kind: "buttons",
                cell: (row) => (
                  <Button small about={row.person}>
                    Remind
                  </Button>
                ),
              },
            ]}
            rows={invitations}
            rowKey={(row) => row.id}
          />
        </div>
      </Section>
      <Section id="records" title="Records">
        <ul className="rows">
          <ListItem
            kind={{ code: "challenge", label: "Challenge" }}
            relation="addresses"
            number="REL-2020-7T2M"
            title="Нема правила о размени података"
            href="/knowledge/REL-2020-7T2M"
            summary={
              <>
                Службе <mark className="hit">размењују</mark> информације телефоном.
              </>
            }
            lang="sr-Cyrl"
            langLabel="Српски"
            facts={["Serbia"]}
            why="complete, endorsed by 3 delegations"
          />
          <ListItem
            kind={{ code: "practice", label: "Good practice" }}
            title="A release plan that the probation officer opens six months before release"
            href="/knowledge/REL-2020-K7Q4"
            side={
              <LinkButton small href="/knowledge/REL-2020-K7Q4" about="REL-2020-K7Q4">
                Open
              </LinkButton>
            }
          />
        </ul>
        <div className="cards mt-5">
          <Card
            kind={{ code: "need", label: "Need" }}
            title="A short guideline on the role of centres for social work"
            href="/knowledge/REL-2020-3QX8"
            summary="What the centre does before release."
            facts="Montenegro"
          />
        </div>
        <Pagination
          label="Pages of results"
          where="1–5 of 12"
          previous={{ text: "Previous" }}
          next={{ text: "Next", href: "?page=2" }}
        />
      </Section>
      <div className="results">
        <FilterPanel title="Filters" label="Filters">
          <form method="get">
            <ChoiceGroup
              type="checkbox"
              name="kind"
              legend="Kind"
              defaultValue={["practice"]}
              options={[
                { value: "practice", label: <Kind kind="practice">Good practice</Kind>, count: 5 },
                { value: "challenge", label: <Kind kind="challenge">Challenge</Kind>, count: 7 },
              ]}
            />
            <Button small>Apply filters</Button>
          </form>
        </FilterPanel>
        <div className="results-main">
          <FactList
            ruled
            wide
            items={[
              { term: "Shared with", details: <SharingBars level="group">Group</SharingBars> },
              { term: "Themes", details: ["Release planning", "Exchange of information"] },
              { term: "Left out", details: null },
            ]}
          />
        </div>
      </div>
      <Section id="review" title="Steps">
        <div className="two">
          <ReviewSteps
            label="Review"
            doneWord="done"
            steps={[
              { text: "Captured", note: "4 Nov", state: "done" },
              { text: "To check", note: "waits for you", state: "current" },
              { text: "Validated", note: "by the group", state: "ahead" },
            ]}
          />
          <Steps
            label="Sections"
            steps={[
              { text: "Problem", href: "#problem", state: "done" },
              { text: "What is done", href: "#done", state: "current" },
              { text: "Results", href: "#results", state: "ahead" },
            ]}
          />
        </div>
      </Section>
      <Section id="prose" title="Prose">
        <Prose html={markdown} />
        <p className="mt-4">
          <Icon name="link" /> <a href="#prose">A link to this section</a>
        </p>
      </Section>
    </>
  );
}
