package org.passerelle.protect.casefile;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.language.DateSpans;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseJournal;
import org.passerelle.protect.cases.CaseNotes;
import org.passerelle.protect.erasure.StoredDataReport;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;

/** A document being written. */
final class SheetWriting {
  private static final int LINES = 500;

  private final SheetParts parts;
  private final Case file;
  private final Texts texts;
  private final Moments moments;
  private final SignedIn who;

  SheetWriting(SheetParts parts, Case file, CaseSheets.Setting setting, SignedIn who) {
    this.parts = parts;
    this.file = file;
    this.texts = setting.texts();
    this.moments = setting.moments();
    this.who = who;
  }

  /** Source of notes. */
  interface Notes {
    List<CaseNotes.Note> of(UUID file, SignedIn who);
  }

  Sheet.Part part(String part, Notes notes) {
    return part(part, notes, file.details().howCame());
  }

  /** Notes that the person receives, with their earlier texts. */
  Sheet.Part given(List<CaseNotes.Note> notes, Map<UUID, List<CaseNotes.Earlier>> earlier) {
    return part("notes", noteRows().given(notes, earlier));
  }

  private NoteRows noteRows() {
    return new NoteRows(parts.words(), texts, moments);
  }

  /** For the person: without requests written by other organisations. */
  Sheet.Part copied(String part, Notes notes) {
    return part(part, notes, file.referredBy() == null ? file.details().howCame() : "");
  }

  private Sheet.Part part(String part, Notes notes, String howCame) {
    List<Sheet.Row> rows =
        switch (part) {
          case "identity" -> identity();
          case "contact" -> contact();
          case "facts" -> facts(howCame);
          case "episodes" -> exploitation();
          case "decisions" -> decided();
          case "tasks" -> tasks();
          case "notes" -> noteRows().printed(notes.of(file.id(), who));
          case "consents" -> agreed();
          case "disclosures" -> received();
          default -> story();
        };
    return part(part, rows);
  }

  private Sheet.Part part(String part, List<Sheet.Row> rows) {
    return new Sheet.Part(
        part, texts.text("casefile.part." + part), texts.text("casefile.none"), rows);
  }

  /**
   * Data withheld from the person.
   *
   * @param rooms whether data stored by packages are withheld
   */
  Sheet.Part withheld(int notes, boolean rooms, String reason) {
    List<Sheet.Row> rows = new ArrayList<>();
    if (notes > 0) {
      rows.add(
          row(
              texts.text("casefile.withheld.notes", notes),
              texts.text("casefile.withheld." + reason)));
    }
    if (rooms) {
      rows.add(
          row(texts.text("casefile.withheld.entries"), texts.text("casefile.withheld." + reason)));
    }
    return new Sheet.Part(
        "withheld",
        texts.text("casefile.part.withheld"),
        texts.text("casefile.withheld.none"),
        rows);
  }

  /**
   * What packages store about the person.
   *
   * @param rooms those that are not withheld
   */
  Sheet.Part held(List<StoredDataReport.Room> rooms) {
    return new Sheet.Part(
        "held",
        texts.text("casefile.part.held"),
        texts.text("casefile.none"),
        rooms.stream().map(this::room).toList());
  }

  private Sheet.Row room(StoredDataReport.Room room) {
    List<String> said = new ArrayList<>();
    said.add(texts.text("held.room." + room.name() + ".why"));
    for (StoredDataReport.Line line : room.lines()) {
      said.add(
          texts.text("held." + line.table())
              + texts.text("held.colon")
              + texts.text("held.entries", line.entries())
              + (line.since() == null ? "" : texts.text("held.since", day(moments, line.since()))));
    }
    said.add(texts.text("held.room." + room.name() + ".kept", room.months().toArray()));
    return row(texts.text("held.room." + room.name()), said.toArray(String[]::new));
  }

  private List<Sheet.Row> identity() {
    Identity identity = parts.persons().identity(file.person().id(), who);
    return rows(
        row(
            texts.text("person.name"),
            identity.names().stream().map(Identity.Name::text).toArray(String[]::new)),
        row(texts.text("person.birth"), moments.partial(identity.birth())),
        row(texts.text("person.documents"), identity.documents()),
        row(texts.text("person.origin"), identity.familyAndOrigin()),
        row(texts.text("person.nationalities"), words("countries", file.person().nationalities())),
        row(texts.text("person.languages"), words("languages", file.person().languages())));
  }

  private List<Sheet.Row> contact() {
    Contact contact = parts.persons().contact(file.person().id(), who);
    return rows(
        row(texts.text("person.phone"), contact.phone()),
        row(texts.text("person.address"), contact.address()),
        row(texts.text("person.channel"), contact.agreedChannel()));
  }

  private List<Sheet.Row> facts(String howCameInWords) {
    String form = file.form();
    return rows(
        row(texts.text("cases.state"), word("case_states", file.state().code())),
        row(texts.text("case.country"), word("countries", file.country())),
        row(
            texts.text("cases.form"),
            form == null ? texts.text("form.not-known") : word("forms_of_exploitation", form)),
        row(texts.text("case.first-contact"), moments.date(file.firstContact())),
        row(texts.text("case.how-came"), word("how_came", file.howCame()), howCameInWords),
        row(texts.text("case.asylum"), texts.text("case.asylum." + file.asylum())),
        row(texts.text("case.vulnerabilities"), words("vulnerabilities", file.vulnerabilities())),
        row(texts.text("case.take-care"), file.details().takeCare()));
  }

  private List<Sheet.Row> exploitation() {
    return parts.episodes().of(file.id(), who).stream()
        .map(
            episode ->
                row(
                    word("forms_of_exploitation", episode.form()),
                    words("countries", episode.countries()),
                    new DateSpans(moments)
                        .storedPeriod(episode.details().from(), episode.details().until()),
                    words("means_of_control", episode.means()),
                    episode.details().account()))
        .toList();
  }

  private List<Sheet.Row> decided() {
    return parts.decisions().of(file.id(), who).stream()
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
    return parts.caseTasks().openTasks(file.id(), who).stream()
        .map(task -> row(when(moments, task.due()), task.title()))
        .toList();
  }

  private List<Sheet.Row> agreed() {
    Map<UUID, List<Sheet.Picture>> signed =
        new SignedSheets(parts.signatures(), texts, moments).of(file.id(), who);
    return parts.consents().of(file.id(), who).stream()
        .map(
            consent ->
                new Sheet.Row(
                    organisation(consent.recipient()),
                    List.of(
                        word("consent_purposes", consent.purpose()),
                        texts.text("casefile.consent." + consent.state()),
                        moments.date(consent.from()) + " – " + moments.date(consent.until())),
                    signed.getOrDefault(consent.id(), List.of())))
        .toList();
  }

  private List<Sheet.Row> received() {
    return parts.disclosures().of(file.id()).stream()
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
    List<CaseJournal.Line> lines = parts.journal().newest(file.id(), LINES);
    Map<UUID, String> names =
        parts
            .words()
            .names(
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
    return parts.words().organisation(id, texts);
  }

  private String word(String list, String code) {
    return parts.words().word(list, code, texts);
  }

  private String words(String list, List<String> codes) {
    return parts.words().words(list, codes, texts);
  }

  static Sheet.Row row(String term, String... paragraphs) {
    List<String> said = new ArrayList<>();
    for (String paragraph : paragraphs) {
      paragraph.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(said::add);
    }
    return new Sheet.Row(term, said);
  }

  /** Missing values are shown as unknown. */
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

  private static String day(Moments moments, Instant at) {
    return moments.date(at.atZone(moments.zone()).toLocalDate());
  }

  /** Always an absolute date: "today" would be wrong tomorrow. */
  static String when(Moments moments, Instant at) {
    ZonedDateTime there = at.atZone(moments.zone());
    return "%s, %02d:%02d"
        .formatted(moments.date(there.toLocalDate()), there.getHour(), there.getMinute());
  }
}
