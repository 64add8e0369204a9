package org.passerelle.protect.casefile;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Users;
import org.passerelle.audit.AuditLog;
import org.passerelle.forms.CodeLists;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseJournal;
import org.passerelle.protect.cases.CaseWork;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.cases.Contact;
import org.passerelle.protect.cases.Decisions;
import org.passerelle.protect.cases.Episodes;
import org.passerelle.protect.cases.Identity;
import org.passerelle.protect.cases.Persons;
import org.passerelle.protect.consent.Consents;
import org.passerelle.protect.consent.Disclosures;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets the file of a case: the parts that were chosen, for the team, or a copy for the person
 * concerned. What came from another organisation, persons around the person, and where somebody is
 * sheltered are in neither.
 */
@Service
public class CaseSheets {
  /** The parts that can be printed, in their order. */
  public static final List<String> PARTS =
      List.of(
          "identity",
          "contact",
          "facts",
          "episodes",
          "decisions",
          "tasks",
          "notes",
          "consents",
          "disclosures",
          "story");

  /** What a copy for the person holds besides the notes that are given. */
  private static final List<String> COPIED =
      List.of("identity", "contact", "facts", "episodes", "decisions", "consents", "disclosures");

  /** Why something is withheld from the person: GDPR, article 15 (4) and article 23. */
  public static final List<String> WITHHELD = List.of("rights_of_others", "proceedings", "harm");

  private static final int LINES = 500;
  private final Cases cases;
  private final Persons persons;
  private final Episodes episodes;
  private final Decisions decisions;
  private final CaseWork work;
  private final CaseJournal journal;
  private final Consents consents;
  private final Disclosures disclosures;
  private final Organisations organisations;
  private final Users users;
  private final FormDefinitions definitions;
  private final CountryNames countries;
  private final AuditLog audit;

  CaseSheets(
      Cases cases,
      Persons persons,
      Episodes episodes,
      Decisions decisions,
      CaseWork work,
      CaseJournal journal,
      Consents consents,
      Disclosures disclosures,
      Organisations organisations,
      Users users,
      FormDefinitions definitions,
      CountryNames countries,
      AuditLog audit) {
    this.cases = cases;
    this.persons = persons;
    this.episodes = episodes;
    this.decisions = decisions;
    this.work = work;
    this.journal = journal;
    this.consents = consents;
    this.disclosures = disclosures;
    this.organisations = organisations;
    this.users = users;
    this.definitions = definitions;
    this.countries = countries;
    this.audit = audit;
  }

  /** In which words and at which moment something is set. */
  public record Setting(Texts texts, Moments moments) {}

  /**
   * A case for its team.
   *
   * @param parts of {@link #PARTS}
   * @return what is set on paper once the line of the log stands, outside the transaction
   */
  @Transactional
  public Sheet print(UUID id, Set<String> parts, Setting setting, SignedIn who) {
    Case file = cases.find(id, who);
    List<String> wanted = PARTS.stream().filter(parts::contains).toList();
    if (wanted.isEmpty()) {
      throw new Refused("casefile.refused.no-part");
    }
    Writing writing = new Writing(file, setting, who);
    Texts texts = setting.texts();
    Sheet sheet =
        new Sheet(
            texts.language().tag(),
            texts.text("casefile.title", file.code()),
            List.of(texts.text("casefile.internal")),
            footer(file, setting, who),
            wanted.stream().map(part -> writing.part(part, work::notes)).toList(),
            footnotes(texts));
    audit.write(who, "case.printed", "case", id, Map.of("parts", String.join(",", wanted)));
    return sheet;
  }

  /**
   * A copy for the person concerned.
   *
   * @param given notes that the person receives
   * @param reason of {@link #WITHHELD} for those they do not
   * @return what is set on paper once the line of the log stands, in the language of the setting
   */
  @Transactional
  public Sheet copy(UUID id, Set<UUID> given, String reason, Setting setting, SignedIn who) {
    Case file = cases.find(id, who);
    List<CaseWork.Note> all = work.notes(id, who);
    List<CaseWork.Note> shown = all.stream().filter(n -> given.contains(n.id())).toList();
    int withheld = all.size() - shown.size();
    if (withheld > 0 && !WITHHELD.contains(reason)) {
      throw new Refused("casefile.refused.no-reason");
    }
    Texts texts = setting.texts();
    Writing writing = new Writing(file, setting, who);
    List<Sheet.Part> parts =
        new ArrayList<>(COPIED.stream().map(part -> writing.part(part, work::notes)).toList());
    parts.add(writing.part("notes", (caseId, reader) -> shown));
    parts.add(writing.withheld(withheld, reason));
    Sheet sheet =
        new Sheet(
            texts.language().tag(),
            texts.text("casefile.copy.title"),
            List.of(texts.text("casefile.copy.lede"), texts.text("casefile.copy.rights")),
            footer(file, setting, who),
            parts,
            footnotes(texts));
    journal.add(id, "copy.given", "", null, who);
    audit.write(
        who,
        "case.copy-given",
        "case",
        id,
        // a reason counts only where something is withheld, and then it is a code
        Map.of(
            "notes",
            Integer.toString(shown.size()),
            "withheld",
            withheld == 0 ? "0" : withheld + " " + reason));
    return sheet;
  }

  /** On paper a day is a date: "today" would be another day tomorrow. */
  private static String when(Moments moments, Instant at) {
    ZonedDateTime there = at.atZone(moments.zone());
    return "%s, %02d:%02d"
        .formatted(moments.date(there.toLocalDate()), there.getHour(), there.getMinute());
  }

  /** The footnotes of countries whose names carry one; each stands wherever it might be needed. */
  private List<String> footnotes(Texts texts) {
    return definitions.lists().list("countries").codes().stream()
        .map(code -> countries.footnote(code.code(), texts.language()))
        .flatMap(Optional::stream)
        .map(note -> "* " + note.replaceFirst("^\\*\\s*", ""))
        .toList();
  }

  private List<String> footer(Case file, Setting setting, SignedIn who) {
    return List.of(
        setting
            .texts()
            .text(
                "casefile.footer",
                file.code(),
                who.name(),
                who.organisationName(),
                when(setting.moments(), setting.moments().now())));
  }

  /** Where notes come from. */
  private interface Notes {
    List<CaseWork.Note> of(UUID file, SignedIn who);
  }

  /** One document being written. */
  private final class Writing {
    private final Case file;
    private final Texts texts;
    private final Moments moments;
    private final SignedIn who;

    Writing(Case file, Setting setting, SignedIn who) {
      this.file = file;
      this.texts = setting.texts();
      this.moments = setting.moments();
      this.who = who;
    }

    Sheet.Part part(String part, Notes notes) {
      List<Sheet.Row> rows =
          switch (part) {
            case "identity" -> identity();
            case "contact" -> contact();
            case "facts" -> facts();
            case "episodes" -> exploitation();
            case "decisions" -> decided();
            case "tasks" -> tasks();
            case "notes" -> written(notes.of(file.id(), who));
            case "consents" -> agreed();
            case "disclosures" -> received();
            default -> story();
          };
      return new Sheet.Part(
          part, texts.text("casefile.part." + part), texts.text("casefile.none"), rows);
    }

    Sheet.Part withheld(int count, String reason) {
      return new Sheet.Part(
          "withheld",
          texts.text("casefile.part.withheld"),
          texts.text("casefile.withheld.none"),
          count == 0
              ? List.of()
              : List.of(
                  row(
                      texts.text("casefile.withheld.notes", count),
                      texts.text("casefile.withheld." + reason))));
    }

    private List<Sheet.Row> identity() {
      Identity identity = persons.identity(file.person().id(), who);
      return rows(
          row(
              texts.text("person.name"),
              identity.names().stream().map(Identity.Name::text).toArray(String[]::new)),
          row(texts.text("person.birth"), identity.birth()),
          row(texts.text("person.documents"), identity.documents()),
          row(texts.text("person.origin"), identity.familyAndOrigin()),
          row(
              texts.text("person.nationalities"),
              words("countries", file.person().nationalities())),
          row(texts.text("person.languages"), words("languages", file.person().languages())));
    }

    private List<Sheet.Row> contact() {
      Contact contact = persons.contact(file.person().id(), who);
      return rows(
          row(texts.text("person.phone"), contact.phone()),
          row(texts.text("person.address"), contact.address()),
          row(texts.text("person.channel"), contact.agreedChannel()));
    }

    private List<Sheet.Row> facts() {
      String form = file.form();
      return rows(
          row(texts.text("cases.state"), word("case_states", file.state().code())),
          row(texts.text("case.country"), word("countries", file.country())),
          row(
              texts.text("cases.form"),
              form == null ? texts.text("form.not-known") : word("forms_of_exploitation", form)),
          row(texts.text("case.first-contact"), moments.date(file.firstContact())),
          row(
              texts.text("case.how-came"),
              word("how_came", file.howCame()),
              file.details().howCame()),
          row(texts.text("case.asylum"), texts.text("case.asylum." + file.asylum())),
          row(texts.text("case.vulnerabilities"), words("vulnerabilities", file.vulnerabilities())),
          row(texts.text("case.take-care"), file.details().takeCare()));
    }

    private List<Sheet.Row> exploitation() {
      return episodes.of(file.id(), who).stream()
          .map(
              episode ->
                  row(
                      word("forms_of_exploitation", episode.form()),
                      words("countries", episode.countries()),
                      episode.details().from()
                          + (episode.details().until().isEmpty()
                              ? ""
                              : " – " + episode.details().until()),
                      words("means_of_control", episode.means()),
                      episode.details().account()))
          .toList();
    }

    private List<Sheet.Row> decided() {
      return decisions.of(file.id(), who).stream()
          .map(
              decision ->
                  row(
                      word("decision_kinds", decision.kind()),
                      texts.text(
                          "case.decision.by",
                          decision.content().authority(),
                          moments.date(decision.decidedOn())),
                      decision.content().reasons()))
          .toList();
    }

    private List<Sheet.Row> tasks() {
      return work.openTasks(file.id(), who).stream()
          .map(task -> row(when(moments, task.due()), task.title()))
          .toList();
    }

    private List<Sheet.Row> written(List<CaseWork.Note> notes) {
      return notes.stream()
          .map(note -> row(when(moments, note.at()), word("note_kinds", note.kind()), note.text()))
          .toList();
    }

    private List<Sheet.Row> agreed() {
      return consents.of(file.id(), who).stream()
          .map(
              consent ->
                  row(
                      organisation(consent.recipient()),
                      word("consent_purposes", consent.purpose()),
                      texts.text("casefile.consent." + consent.state()),
                      moments.date(consent.from()) + " – " + moments.date(consent.until())))
          .toList();
    }

    private List<Sheet.Row> received() {
      return disclosures.of(file.id()).stream()
          .map(
              one ->
                  row(
                      organisation(one.recipient()),
                      when(moments, one.at()),
                      word("consent_purposes", one.purpose()),
                      texts.text("consent.basis." + one.basisKind())))
          .toList();
    }

    private List<Sheet.Row> story() {
      List<CaseJournal.Line> lines = journal.newest(file.id(), LINES);
      Map<UUID, String> names =
          users.names(
              lines.stream()
                  .map(CaseJournal.Line::user)
                  .filter(user -> user != null)
                  .collect(Collectors.toSet()));
      return lines.stream()
          .map(
              line ->
                  row(
                      when(moments, line.at()),
                      texts.text("timeline." + line.kind(), "").strip().replaceAll(":$", ""),
                      line.user() == null ? "" : names.getOrDefault(line.user(), "")))
          .toList();
    }

    private String organisation(UUID id) {
      return organisations
          .find(id)
          .map(o -> o.name().in(texts.language()))
          .orElse(texts.text("form.not-known"));
    }

    private String word(String list, String code) {
      CodeLists lists = definitions.lists();
      return lists.label(list, code, texts.language());
    }

    private String words(String list, List<String> codes) {
      return codes.stream().map(code -> word(list, code)).collect(Collectors.joining(", "));
    }

    private Sheet.Row row(String term, String... paragraphs) {
      List<String> said = new ArrayList<>();
      for (String paragraph : paragraphs) {
        paragraph.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(said::add);
      }
      return new Sheet.Row(term, said);
    }

    /** What is not known is written as not known. */
    private List<Sheet.Row> rows(Sheet.Row... rows) {
      List<Sheet.Row> all = new ArrayList<>();
      for (Sheet.Row one : rows) {
        all.add(
            one.paragraphs().isEmpty()
                ? new Sheet.Row(one.term(), List.of(texts.text("form.not-known")))
                : one);
      }
      return all;
    }
  }
}
