package org.passerelle.protect.care.needs;

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
 * Assessments side by side, question by question: what changed from each to the next. Plain
 * function of them. A level that a human chose is lower or higher than before; nothing is added up,
 * and what is not known is neither better nor worse.
 *
 * @param assessments the oldest first
 * @param rows questions that one of them answers, as the newest version of the form orders them,
 *     then those that only older versions ask; no free writing
 */
public record Comparison(List<Submission.Entry> assessments, List<Row> rows) {
  private static final List<String> LEVELS =
      List.of("none_seen", "low", "medium", "high", "immediate");

  /** Where {@code yes} is the worse answer; {@code no} is better. */
  private static final Set<String> WORSE_IF_YES =
      Set.of("whereabouts_known", "exploiters_free", "contact_made", "threats_made");

  /** Where {@code yes} is the better answer. */
  private static final Set<String> BETTER_IF_YES =
      Set.of(UnmetNeeds.GUARDIAN, "child_heard", "someone_to_call", "safe_tonight");

  public Comparison {
    assessments = List.copyOf(assessments);
    rows = List.copyOf(rows);
  }

  /** What became of an answer from one assessment to the next. */
  public enum Change {
    /** The first of those compared, or answered in neither. */
    NONE,
    SAME,
    BETTER,
    WORSE,
    /** Known on both sides and different, without one being better. */
    CHANGED,
    /** Known now, not before. */
    NEW,
    /** Known before, not any more. */
    GONE
  }

  /**
   * One question.
   *
   * @param section title of its section in the form
   * @param cells one for each assessment
   */
  public record Row(Section section, Question question, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** Whether anything changed at all. */
    public boolean changed() {
      return cells.stream().anyMatch(c -> c.change() != Change.NONE && c.change() != Change.SAME);
    }

    /** What changed from the last but one to the last. */
    public Change last() {
      return cells.get(cells.size() - 1).change();
    }
  }

  /**
   * One answer.
   *
   * @param answer null where the question was not answered
   * @param gained codes that were not chosen in the assessment before
   * @param lost codes that were
   */
  public record Cell(
      @Nullable Answer answer, Change change, List<String> gained, List<String> lost) {
    public Cell {
      gained = List.copyOf(gained);
      lost = List.copyOf(lost);
    }
  }

  /**
   * Compares.
   *
   * @param assessments at least one, the oldest first, each with the version it used
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

  /** How many answers changed so from the last but one to the last. */
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

  /** Above 0 if it is worse than before, below if better, 0 if neither can be said. */
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
