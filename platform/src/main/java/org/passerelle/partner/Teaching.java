package org.passerelle.partner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.passerelle.language.PartialDate;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Values;

/** Summary figures of trainings, teaching tools and round tables. */
public final class Teaching {
  private Teaching() {}

  /** Number of people who attended, by profession; no names are stored. */
  public record Attendance(String profession, Heads women, Heads men, Heads notStated) {
    /** The total. */
    public Heads all() {
      return women.plus(men).plus(notStated);
    }
  }

  /**
   * People counted over several entries. A field left empty is not a count of nobody.
   *
   * @param counted the sum of what was entered
   * @param entered whether anything was
   * @param complete whether every field was filled in; if not, the sum is a minimum
   */
  public record Heads(int counted, boolean entered, boolean complete) {
    /** The sum of no entries. */
    public static final Heads NONE = new Heads(0, false, true);

    private static Heads of(Values row, String field) {
      return row.whole(field).isPresent()
          ? new Heads(row.whole(field).orElseThrow(), true, true)
          : new Heads(0, false, false);
    }

    /** Both together. */
    public Heads plus(Heads other) {
      return new Heads(
          counted + other.counted, entered || other.entered, complete && other.complete);
    }
  }

  /** Attendance of a training over all its sessions; empty if none was entered. */
  public static List<Attendance> attendance(Entry training) {
    Map<String, Attendance> sums = new LinkedHashMap<>();
    for (Values row : training.rows("attendance")) {
      sums.merge(
          row.text("profession"),
          new Attendance(
              row.text("profession"),
              Heads.of(row, "women"),
              Heads.of(row, "men"),
              Heads.of(row, "not-stated")),
          (a, b) ->
              new Attendance(
                  a.profession,
                  a.women.plus(b.women),
                  a.men.plus(b.men),
                  a.notStated.plus(b.notStated)));
    }
    return List.copyOf(sums.values());
  }

  /** State of a language version compared to the current one. */
  public enum Version {
    /** It is the current version. */
    CURRENT,
    /** It is an older version. */
    STALE,
    /** Expected, but missing. */
    MISSING,
    /** The version, or which one is current, was not entered. */
    NOT_KNOWN
  }

  /** The languages of a guide or teaching tool, expected ones first. */
  public static Map<String, Version> languages(Entry guide) {
    Map<String, Version> languages = new LinkedHashMap<>();
    // as long as no version was entered, none is known to be missing
    Version expected = guide.has("versions") ? Version.MISSING : Version.NOT_KNOWN;
    guide.texts("expected").forEach(l -> languages.put(l, expected));
    String current = guide.text("current");
    for (Values version : guide.rows("versions")) {
      languages.merge(version.text("language"), version(version, current), Teaching::better);
    }
    return languages;
  }

  private static Version version(Values version, String current) {
    if (current.isEmpty()) {
      return Version.NOT_KNOWN;
    }
    return version.text("version").equals(current) ? Version.CURRENT : Version.STALE;
  }

  private static Version better(Version one, Version other) {
    if (one == Version.MISSING) {
      return other;
    }
    return one == Version.CURRENT || other == Version.CURRENT ? Version.CURRENT : other;
  }

  /**
   * A decision of a round table.
   *
   * @param table the round table that took it
   * @param unanswered whether it is open and a later round table of the same organiser did not
   *     return to it
   * @param late whether it is still open after its due date
   */
  public record Decision(Entry table, Values decision, boolean unanswered, boolean late) {}

  /** The decisions of all round tables, by organiser and number. */
  public static List<Decision> decisions(Facts facts, LocalDate on) {
    List<Decision> decisions = new ArrayList<>();
    for (Entry table : facts.all("round-table")) {
      boolean later = hasLater(facts, table);
      for (Values decision : table.rows("decisions")) {
        boolean open = decision.text("state").isEmpty() || decision.text("state").equals("open");
        boolean late =
            open
                && decision
                    .date("due")
                    .map(PartialDate::latest)
                    .map(due -> due.isBefore(on))
                    .orElse(false);
        decisions.add(
            new Decision(table, decision, open && later && !decision.has("followed-up-at"), late));
      }
    }
    return decisions;
  }

  private static boolean hasLater(Facts facts, Entry table) {
    int number = table.whole("number").orElse(0);
    return facts.all("round-table").stream()
        .filter(other -> Objects.equals(other.text("organiser"), table.text("organiser")))
        .anyMatch(other -> other.whole("number").orElse(0) > number);
  }
}
