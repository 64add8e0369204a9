package org.passerelle.protect.casework.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.language.DateSpans;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;

/** A document being written. */
final class SheetWriting {
  private static final int LINES = 500;

  private final SheetParts parts;
  private final Case file;
  private final CaseSheets.Setting setting;
  private final Texts texts;
  private final Moments moments;
  private final SignedIn who;

  SheetWriting(SheetParts parts, Case file, CaseSheets.Setting setting, SignedIn who) {
    this.parts = parts;
    this.file = file;
    this.setting = setting;
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
    return new NoteRows(parts.words(), setting);
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
          case "story" -> story();
          default -> parts.other(part).rows(file, setting, who);
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
          Sheet.Row.of(
              texts.text("casefile.withheld.notes", notes),
              texts.text("casefile.withheld." + reason)));
    }
    if (rooms) {
      rows.add(
          Sheet.Row.of(
              texts.text("casefile.withheld.entries"), texts.text("casefile.withheld." + reason)));
    }
    return new Sheet.Part(
        "withheld",
        texts.text("casefile.part.withheld"),
        texts.text("casefile.withheld.none"),
        rows);
  }

  /** What packages store about the person. */
  Sheet.Part held(List<Sheet.Row> rooms) {
    return new Sheet.Part(
        "held", texts.text("casefile.part.held"), texts.text("casefile.none"), rooms);
  }

  private List<Sheet.Row> identity() {
    Identity identity = parts.persons().identity(file.person().id(), who);
    return rows(
        Sheet.Row.of(
            texts.text("person.name"),
            identity.names().stream().map(Identity.Name::text).toArray(String[]::new)),
        Sheet.Row.of(texts.text("person.birth"), moments.partial(identity.birth())),
        Sheet.Row.of(texts.text("person.documents"), identity.documents()),
        Sheet.Row.of(texts.text("person.origin"), identity.familyAndOrigin()),
        Sheet.Row.of(
            texts.text("person.nationalities"), words("countries", file.person().nationalities())),
        Sheet.Row.of(
            texts.text("person.languages"), words("languages", file.person().languages())));
  }

  private List<Sheet.Row> contact() {
    Contact contact = parts.persons().contact(file.person().id(), who);
    return rows(
        Sheet.Row.of(texts.text("person.phone"), contact.phone()),
        Sheet.Row.of(texts.text("person.address"), contact.address()),
        Sheet.Row.of(texts.text("person.channel"), contact.agreedChannel()));
  }

  private List<Sheet.Row> facts(String howCameInWords) {
    String form = file.form();
    return rows(
        Sheet.Row.of(texts.text("cases.state"), word("case_states", file.state().code())),
        Sheet.Row.of(texts.text("case.country"), word("countries", file.country())),
        Sheet.Row.of(
            texts.text("cases.form"),
            form == null ? texts.text("form.not-known") : word("forms_of_exploitation", form)),
        Sheet.Row.of(texts.text("case.first-contact"), moments.date(file.firstContact())),
        Sheet.Row.of(texts.text("case.how-came"), word("how_came", file.howCame()), howCameInWords),
        Sheet.Row.of(texts.text("case.asylum"), texts.text("case.asylum." + file.asylum())),
        Sheet.Row.of(
            texts.text("case.vulnerabilities"), words("vulnerabilities", file.vulnerabilities())),
        Sheet.Row.of(texts.text("case.take-care"), file.details().takeCare()));
  }

  private List<Sheet.Row> exploitation() {
    return parts.episodes().of(file.id(), who).stream()
        .map(
            episode ->
                Sheet.Row.of(
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
                Sheet.Row.of(
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
        .map(task -> Sheet.Row.of(setting.when(task.due()), task.title()))
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
                Sheet.Row.of(
                    setting.when(line.at()),
                    texts.text("timeline." + line.kind(), "").strip().replaceAll(":$", ""),
                    line.user() == null ? "" : names.getOrDefault(line.user(), "")))
        .toList();
  }

  private String word(String list, String code) {
    return parts.words().word(list, code, texts);
  }

  private String words(String list, List<String> codes) {
    return parts.words().words(list, codes, texts);
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
}
