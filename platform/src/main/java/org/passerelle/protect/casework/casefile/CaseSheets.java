package org.passerelle.protect.casework.casefile;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.notes.CaseNotes;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Produces the printed file of a case: selected parts for the team, or a copy for the person
 * concerned. Neither contains data received from another organisation, persons around the person,
 * or the location of a shelter.
 */
@Service
public class CaseSheets {
  /** Parts that can be printed, in order. */
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

  /** Parts of a copy for the person, besides selected notes. */
  private static final List<String> COPIED =
      List.of("identity", "contact", "facts", "episodes", "decisions", "consents", "disclosures");

  private static final String PROCEEDINGS = "proceedings";

  /** Reasons for withholding data from the person: GDPR, article 15 (4) and article 23. */
  public static final List<String> WITHHELD = List.of("rights_of_others", PROCEEDINGS, "harm");

  private final Cases cases;
  private final CaseNotes caseNotes;
  private final SheetParts sources;
  private final StoredDataSource held;
  private final SheetWords words;
  private final CaseJournal journal;
  private final AuditLog audit;

  CaseSheets(
      Cases cases,
      CaseNotes caseNotes,
      SheetParts sources,
      StoredDataSource held,
      SheetWords words,
      CaseJournal journal,
      AuditLog audit) {
    this.cases = cases;
    this.caseNotes = caseNotes;
    this.sources = sources;
    this.held = held;
    this.words = words;
    this.journal = journal;
    this.audit = audit;
  }

  /** Language and time zone of a document. */
  public record Setting(Texts texts, Moments moments) {
    /** A moment as an absolute date: "today" would be wrong tomorrow. */
    public String when(Instant at) {
      ZonedDateTime there = at.atZone(moments.zone());
      return "%s, %02d:%02d"
          .formatted(moments.date(there.toLocalDate()), there.getHour(), there.getMinute());
    }

    /** The day of a moment. */
    public String day(Instant at) {
      return moments.date(at.atZone(moments.zone()).toLocalDate());
    }
  }

  /**
   * A printed case for its team.
   *
   * @param parts selection of {@link #PARTS}
   * @return the document, to be rendered outside the transaction after the log entry
   */
  @Transactional
  public Sheet print(UUID id, Set<String> parts, Setting setting, SignedIn who) {
    Case file = cases.find(id, who);
    List<String> wanted = PARTS.stream().filter(parts::contains).toList();
    if (wanted.isEmpty()) {
      throw new Refused("casefile.refused.no-part");
    }
    SheetWriting writing = sources.of(file, setting, who);
    Texts texts = setting.texts();
    List<Sheet.Part> printed =
        wanted.stream().map(part -> writing.part(part, caseNotes::notes)).toList();
    Sheet sheet =
        new Sheet(
            texts.language().tag(),
            texts.text("casefile.title", file.code()),
            List.of(texts.text("casefile.internal")),
            footer(file, setting, who),
            printed,
            words.footnotes(printed, texts));
    audit.write(who, "case.printed", "case", id, Map.of("parts", String.join(",", wanted)));
    return sheet;
  }

  /**
   * A copy for the person concerned.
   *
   * @param given notes that the person receives
   * @param reason one of {@link #WITHHELD} for notes that they do not receive
   * @return the document in the given language, to be rendered outside the transaction after the
   *     log entry
   */
  @Transactional
  public Sheet copy(UUID id, Set<UUID> given, String reason, Setting setting, SignedIn who) {
    Case file = cases.find(id, who);
    List<CaseNotes.Note> all = caseNotes.notes(id, who);
    List<CaseNotes.Note> shown = all.stream().filter(n -> given.contains(n.id())).toList();
    int withheld = all.size() - shown.size();
    if (withheld > 0 && !WITHHELD.contains(reason)) {
      throw new Refused("casefile.refused.no-reason");
    }
    Texts texts = setting.texts();
    SheetWriting writing = sources.of(file, setting, who);
    List<Sheet.Part> copied =
        new ArrayList<>(
            COPIED.stream().map(part -> writing.copied(part, caseNotes::notes)).toList());
    copied.add(writing.given(shown, caseNotes.earlier(id, who)));
    boolean silent = reason.equals(PROCEEDINGS);
    copied.add(writing.held(held.rows(file.person().id(), silent, setting, who)));
    copied.add(writing.withheld(withheld, silent, reason));
    Sheet sheet =
        new Sheet(
            texts.language().tag(),
            texts.text("casefile.copy.title"),
            List.of(texts.text("casefile.copy.lede"), texts.text("casefile.copy.rights")),
            footer(file, setting, who),
            copied,
            words.footnotes(copied, texts));
    journal.add(id, "copy.given", "", null, who);
    audit.write(
        who,
        "case.copy-given",
        "case",
        id,
        // a reason is stored only if something is withheld, and then it is a code
        Map.of(
            "notes",
            Integer.toString(shown.size()),
            "withheld",
            withheld == 0 && !silent ? "0" : withheld + "," + reason));
    return sheet;
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
                setting.when(setting.moments().now())));
  }
}
