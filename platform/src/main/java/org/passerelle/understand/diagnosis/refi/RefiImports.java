package org.passerelle.understand.diagnosis.refi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.Languages;
import org.passerelle.language.Writing;
import org.passerelle.refusal.Refused;
import org.passerelle.understand.diagnosis.Coding;
import org.passerelle.understand.diagnosis.Codings;
import org.passerelle.understand.diagnosis.Diagnoses;
import org.passerelle.understand.diagnosis.Interview;
import org.passerelle.understand.diagnosis.Interviews;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports themes and codings of another program into a diagnosis: its code tree becomes themes, and
 * passages of texts identical to one of our transcripts become codings of the importing user. All
 * or nothing. Safe for concurrent use.
 */
@Service
public class RefiImports {
  private final Diagnoses diagnoses;
  private final Interviews interviews;
  private final Codings codings;
  private final Languages languages;
  private final AuditLog audit;

  RefiImports(
      Diagnoses diagnoses,
      Interviews interviews,
      Codings codings,
      Languages languages,
      AuditLog audit) {
    this.diagnoses = diagnoses;
    this.interviews = interviews;
    this.codings = codings;
    this.languages = languages;
    this.audit = audit;
  }

  /** A parsed and valid file; nothing of it is stored yet. */
  public static final class Read {
    private final RefiProject project;

    private Read(RefiProject project) {
      this.project = project;
    }

    /** Names of the coders in the file. */
    public List<String> coders() {
      return coding().stream()
          .map(by -> project.coder(by).map(RefiProject.Coder::name).orElse(by))
          .sorted()
          .toList();
    }

    private Set<String> coding() {
      return project.sources().stream()
          .flatMap(source -> source.codings().stream())
          .map(RefiProject.Coded::by)
          .collect(Collectors.toSet());
    }

    /**
     * Selects whose codings to import: those of the coder with this name; without a name the user's
     * own, or those of the only coder.
     *
     * @return identifier in the file, or empty if ambiguous
     */
    Optional<String> whose(String name, SignedIn who) {
      Set<String> coding = coding();
      if (!name.isEmpty()) {
        return coding.stream()
            .filter(
                by -> project.coder(by).filter(c -> c.name().equalsIgnoreCase(name)).isPresent())
            .findFirst();
      }
      String own = who.user().toString();
      return coding.contains(own) || coding.size() > 1
          ? coding.stream().filter(own::equals).findFirst()
          : Optional.of(coding.stream().findFirst().orElse(""));
    }

    /** Whether it is unambiguous whose codings to import. */
    public boolean clear(String name, SignedIn who) {
      return whose(name, who).isPresent();
    }
  }

  /**
   * Result of an import.
   *
   * @param themes number of new themes
   * @param codes number of new codings
   * @param texts texts identical to one of our transcripts
   * @param entered of these, texts that became the transcript of an interview
   * @param strange texts without a matching transcript
   * @param left codings of known texts that could not be imported: the coder has finished the
   *     transcript, or the passage is outside it
   */
  public record Taken(int themes, int codes, int texts, int entered, int strange, int left) {}

  /**
   * Parses a file.
   *
   * @throws Refused if it is neither a project nor a code book, is corrupt, or would exhaust the
   *     memory
   */
  public Read read(byte[] file) {
    return new Read(ProjectReader.read(file));
  }

  /**
   * Imports the file.
   *
   * @param under built-in theme for top-level codes that match none; may be empty
   * @param coder name of the coder whose codings are imported; may be empty
   * @param enter whether a text named like the pseudonym of an interview without transcript becomes
   *     its transcript
   * @throws Refused if it is ambiguous whose codings to import, or a code has no place
   */
  @Transactional
  public Taken take(
      UUID diagnosis, Read read, String under, String coder, boolean enter, SignedIn who) {
    String whose =
        read.whose(coder, who).orElseThrow(() -> new Refused("refi.refused.coder.unknown"));
    ThemeTree tree =
        new ThemeTree(
            codings.themes(diagnosis, who),
            languages.all().stream().map(languages::texts).toList(),
            under,
            (parent, name) -> codings.addTheme(diagnosis, parent, name, who));
    read.project.codes().forEach(tree::take);
    int codes = 0;
    int left = 0;
    int texts = 0;
    int entered = 0;
    List<RefiProject.Source> strange = new ArrayList<>(read.project.sources());
    for (Interview interview : diagnoses.find(diagnosis, who).interviews()) {
      if (enter && !interview.transcribed() && transcribed(interview, strange, who)) {
        entered++;
      } else if (interview.held() == null || !interview.transcribed() || strange.isEmpty()) {
        continue;
      }
      String transcript = interviews.read(interview.id(), who).transcript();
      for (RefiProject.Source source : read.project.sources()) {
        Optional<Positions> positions = Positions.of(source.text(), transcript);
        if (positions.isPresent()) {
          strange.remove(source);
          texts++;
          List<RefiProject.Coded> meant =
              source.codings().stream().filter(c -> c.by().equals(whose)).toList();
          List<Coding> placed = placed(interview.id(), meant, tree, positions.get(), who);
          boolean done = codings.done(interview.id(), who).contains(who.user());
          codes += done ? 0 : codings.take(interview.id(), placed, who);
          left += done ? meant.size() : meant.size() - placed.size();
        }
      }
    }
    audit.write(
        who,
        "diagnosis.imported",
        "diagnosis",
        diagnosis,
        Map.of("codes", String.valueOf(codes), "themes", String.valueOf(tree.added())));
    return new Taken(tree.added(), codes, texts, entered, strange.size(), left);
  }

  /** Stores the transcript of an interview, if a text is named like its pseudonym. */
  private boolean transcribed(Interview interview, List<RefiProject.Source> sources, SignedIn who) {
    Interview.Held held = interview.held();
    if (held == null) {
      return false;
    }
    String suffix = "· " + held.pseudonym().toLowerCase(Locale.ROOT);
    for (RefiProject.Source source : sources) {
      String name = Writing.line(source.name()).toLowerCase(Locale.ROOT);
      String text = Writing.lines(source.text());
      if (!text.isEmpty()
          && ("· " + name).endsWith(suffix)
          && Writing.length(text) <= Interviews.LONGEST) {
        interviews.transcribe(interview.id(), text, who);
        return true;
      }
    }
    return false;
  }

  private static List<Coding> placed(
      UUID interview,
      List<RefiProject.Coded> meant,
      ThemeTree tree,
      Positions positions,
      SignedIn who) {
    List<Coding> placed = new ArrayList<>();
    for (RefiProject.Coded coded : meant) {
      Optional<String> theme = tree.theme(coded.code());
      if (theme.isPresent() && positions.holds(coded.starts(), coded.ends())) {
        placed.add(
            new Coding(
                interview, // of no code yet; it is given one when it is stored
                interview,
                theme.get(),
                positions.at(coded.starts()),
                positions.at(coded.ends()),
                who.user()));
      }
    }
    return placed;
  }
}
