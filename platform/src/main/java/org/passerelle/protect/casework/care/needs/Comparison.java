package org.passerelle.protect.casework.care.needs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.Answer;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.Question;
import org.passerelle.forms.Section;
import org.passerelle.forms.Submission;

/**
 * Compares assessments question by question. A pure function. A level chosen by a person is lower
 * or higher than before; nothing is added up, and an unknown value is neither better nor worse.
 *
 * @param assessments assessments, oldest first
 * @param rows questions answered in at least one of them, in the order of the newest version of the
 *     form, followed by those only in older versions; without free text
 */
public record Comparison(List<Submission.Entry> assessments, List<Row> rows) {
  private static final List<String> LEVELS =
      List.of("none_seen", "low", "medium", "high", "immediate");

  /** Questions for which {@code yes} is the worse answer. */
  private static final Set<String> WORSE_IF_YES =
      Set.of("whereabouts_known", "exploiters_free", "contact_made", "threats_made");

  /** Questions for which {@code yes} is the better answer. */
  private static final Set<String> BETTER_IF_YES =
      Set.of(UnmetNeeds.GUARDIAN, "child_heard", "someone_to_call", "safe_tonight");

  public Comparison {
    assessments = List.copyOf(assessments);
    rows = List.copyOf(rows);
  }

  /** Change of an answer from one assessment to the next. */
  public enum Change {
    /** First of the compared assessments, or answered in neither. */
    NONE,
    SAME,
    BETTER,
    WORSE,
    /** Known in both and different, without one being better. */
    CHANGED,
    /** Newly known. */
    NEW,
    /** No longer known. */
    GONE
  }

  /**
   * A compared question.
   *
   * @param section title of its section in the form
   * @param cells one cell per assessment
   */
  public record Row(Section section, Question question, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    public boolean changed() {
      return cells.stream().anyMatch(c -> c.change() != Change.NONE && c.change() != Change.SAME);
    }

    /** Change between the last two assessments. */
    public Change last() {
      return cells.get(cells.size() - 1).change();
    }
  }

  /**
   * An answer.
   *
   * @param answer null if the question was not answered
   * @param gained codes chosen in addition to the previous assessment
   * @param lost codes no longer chosen
   */
  public record Cell(
      @Nullable Answer answer, Change change, List<String> gained, List<String> lost) {
    public Cell {
      gained = List.copyOf(gained);
      lost = List.copyOf(lost);
    }
  }

  /**
   * Compares assessments.
   *
   * @param assessments at least one, oldest first, each with its version of the form
   */
  public static Comparison of(List<Submission> assessments) {
    Map<String, Section> sections = new LinkedHashMap<>();
    Map<String, Question> questions = new LinkedHashMap<>();
    for (int i = assessments.size() - 1; i >= 0; i--) {
      FormDefinition form = assessments.get(i).definition();
      for (Section section : form.sections()) {
        for (Question question : section.questions()) {
          if (!question.type().isWriting()) {
            questions.putIfAbsent(question.id(), question);
            sections.putIfAbsent(question.id(), section);
          }
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    questions.forEach(
        (id, question) -> {
          List<Cell> cells = cells(question, assessments);
          if (cells.stream().anyMatch(c -> c.answer() != null)) {
            rows.add(new Row(Objects.requireNonNull(sections.get(id)), question, cells));
          }
        });
    return new Comparison(assessments.stream().map(Submission::entry).toList(), rows);
  }

  /** Number of answers with this change between the last two assessments. */
  public long count(Change change) {
    return rows.stream().filter(r -> r.last() == change).count();
  }

  private static List<Cell> cells(Question question, List<Submission> assessments) {
    List<Cell> cells = new ArrayList<>();
    Answer before = null;
    for (int i = 0; i < assessments.size(); i++) {
      Answer now = assessments.get(i).answers().byQuestion().get(question.id());
      Set<String> then = codes(before);
      Set<String> chosen = codes(now);
      Change change = i == 0 ? Change.NONE : change(question, before, now);
      boolean several = change == Change.CHANGED;
      cells.add(
          new Cell(
              now,
              change,
              several ? minus(chosen, then) : List.of(),
              several ? minus(then, chosen) : List.of()));
      before = now;
    }
    return cells;
  }

  private static Change change(Question question, @Nullable Answer before, @Nullable Answer now) {
    if (before == null || now == null || !known(before) || !known(now)) {
      if (known(before) == known(now)) {
        return Change.NONE;
      }
      return known(now) ? Change.NEW : Change.GONE;
    }
    if (before.content().equals(now.content())) {
      return Change.SAME;
    }
    int worse = worse(question, before.content(), now.content());
    if (worse == 0) {
      return Change.CHANGED;
    }
    return worse > 0 ? Change.WORSE : Change.BETTER;
  }

  private static boolean known(@Nullable Answer answer) {
    return answer != null && !(answer.content() instanceof Answer.NotKnown);
  }

  /** Positive if worse than before, negative if better, 0 if neither. */
  private static int worse(Question question, Answer.Content before, Answer.Content now) {
    if (!(before instanceof Answer.Chosen then) || !(now instanceof Answer.Chosen chosen)) {
      return 0;
    }
    if (question.type() == Question.Type.YES_NO_UNKNOWN) {
      int yes = chosen.code().equals("yes") ? 1 : -1;
      return WORSE_IF_YES.contains(question.id())
          ? yes
          : BETTER_IF_YES.contains(question.id()) ? -yes : 0;
    }
    boolean levels = question.options().stream().map(code -> code.code()).toList().equals(LEVELS);
    return levels ? LEVELS.indexOf(chosen.code()) - LEVELS.indexOf(then.code()) : 0;
  }

  private static Set<String> codes(@Nullable Answer answer) {
    return answer != null && answer.content() instanceof Answer.ChosenAll all
        ? new TreeSet<>(all.codes())
        : Set.of();
  }

  private static List<String> minus(Set<String> codes, Set<String> others) {
    return codes.stream().filter(c -> !others.contains(c)).toList();
  }
}
