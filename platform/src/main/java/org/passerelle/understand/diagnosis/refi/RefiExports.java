package org.passerelle.understand.diagnosis.refi;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.Texts;
import org.passerelle.understand.diagnosis.Coding;
import org.passerelle.understand.diagnosis.Codings;
import org.passerelle.understand.diagnosis.Diagnoses;
import org.passerelle.understand.diagnosis.Diagnosis;
import org.passerelle.understand.diagnosis.Interview;
import org.passerelle.understand.diagnosis.Interviews;
import org.passerelle.understand.diagnosis.Memos;
import org.passerelle.understand.diagnosis.Theme;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exports a diagnosis for another program: transcripts, themes, memos, and the codings that the
 * user may see. Interviews without a transcript, or with withdrawn consent, are left out. Safe for
 * concurrent use.
 */
@Service
public class RefiExports {
  private static final List<String> COLOURS =
      List.of(
          "#1f5f8b", "#8b4a1f", "#5b7a1e", "#7a1e5b", "#a3262a", "#8a6d00", "#2e6f62", "#4b4fa3",
          "#5f5f5f");
  private final Diagnoses diagnoses;
  private final Interviews interviews;
  private final Codings codings;
  private final Memos memos;
  private final Users users;
  private final AuditLog audit;
  private final Clock clock;

  RefiExports(
      Diagnoses diagnoses,
      Interviews interviews,
      Codings codings,
      Memos memos,
      Users users,
      AuditLog audit,
      Clock clock) {
    this.diagnoses = diagnoses;
    this.interviews = interviews;
    this.codings = codings;
    this.memos = memos;
    this.users = users;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Creates the file; the export and every transcript opened for it are logged.
   *
   * @param texts language of the built-in themes and of the variables
   * @return the zipped project
   */
  @Transactional
  public byte[] export(UUID id, Texts texts, SignedIn who) {
    Diagnosis diagnosis = diagnoses.find(id, who);
    List<RefiProject.Source> sources = new ArrayList<>();
    Set<UUID> people = new LinkedHashSet<>(List.of(who.user()));
    for (Interview interview : diagnosis.interviews()) {
      Interview.Held held = interview.held();
      if (held != null && interview.transcribed()) {
        sources.add(source(interview, held, diagnosis, people, texts, who));
      }
    }
    Map<UUID, String> names = users.names(people);
    RefiProject project =
        new RefiProject(
            diagnosis.title(),
            diagnosis.question() + "\n\n" + diagnosis.scope(),
            people.stream()
                .map(user -> new RefiProject.Coder(user.toString(), names.getOrDefault(user, "…")))
                .toList(),
            codes(codings.themes(id, who), texts),
            sources);
    byte[] file = ProjectWriter.write(project, clock.instant());
    audit.write(
        who,
        "diagnosis.exported",
        "diagnosis",
        id,
        Map.of("interviews", String.valueOf(sources.size())));
    return file;
  }

  private RefiProject.Source source(
      Interview interview,
      Interview.Held held,
      Diagnosis diagnosis,
      Set<UUID> people,
      Texts texts,
      SignedIn who) {
    String transcript = interviews.read(interview.id(), who).transcript();
    List<RefiProject.Coded> coded = new ArrayList<>();
    for (Coding coding : codings.visible(interview.id(), who)) {
      people.add(coding.by());
      coded.add(
          new RefiProject.Coded(
              coding.id().toString(),
              guid(coding.theme()),
              coding.by().toString(),
              transcript.codePointCount(0, coding.starts()),
              transcript.codePointCount(0, coding.ends())));
    }
    List<RefiProject.Note> notes = new ArrayList<>();
    for (Memos.Memo memo : memos.of(interview.id(), who)) {
      people.add(memo.by());
      String guid =
          ProjectWriter.derived("memo", "%s:%d".formatted(interview.id(), notes.size() + 1));
      notes.add(new RefiProject.Note(guid, memo.content(), memo.by().toString(), memo.at()));
    }
    return new RefiProject.Source(
        interview.id().toString(),
        texts.text("interview.number", interview.number()) + " · " + held.pseudonym(),
        transcript,
        facts(held, diagnosis, texts),
        notes,
        coded);
  }

  private static List<RefiProject.Fact> facts(
      Interview.Held held, Diagnosis diagnosis, Texts texts) {
    String site =
        diagnosis.sites().stream()
            .filter(s -> s.id().equals(held.site()))
            .map(Diagnosis.Site::name)
            .findFirst()
            .orElse("");
    return List.of(
        new RefiProject.Fact(texts.text("diagnosis.site"), site),
        new RefiProject.Fact(texts.text("interview.language"), held.language()),
        new RefiProject.Fact(texts.text("interview.on"), held.on().toString()),
        new RefiProject.Fact(
            texts.text("interview.through.short"),
            texts.text("interview.through." + (held.intermediary() ? "yes" : "no"))));
  }

  private static List<RefiProject.Code> codes(List<Theme> themes, Texts texts) {
    List<RefiProject.Code> codes = new ArrayList<>();
    for (String code : Theme.SHIPPED) {
      String colour = COLOURS.get(codes.size() % COLOURS.size());
      List<RefiProject.Code> below =
          themes.stream()
              .filter(theme -> theme.parent().equals(code))
              .map(own -> new RefiProject.Code(own.code(), own.name(), colour, List.of()))
              .toList();
      codes.add(new RefiProject.Code(guid(code), texts.text("theme." + code), colour, below));
    }
    return codes;
  }

  /** The identifier of a theme; generated for a built-in one. */
  static String guid(String theme) {
    return Theme.SHIPPED.contains(theme) ? ProjectWriter.derived("theme", theme) : theme;
  }
}
