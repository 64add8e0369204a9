package org.passerelle.prevent.effect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.passerelle.refusal.Refused;

/** How a table of a survey is laid out, and what was read of it so far. For one table. */
abstract class SurveyShape {
  private static final int LONGEST = 300;
  private static final int SHOWN = 60;
  private static final int HIGHEST = 10;
  private final List<String> headings;
  private final List<SurveyTable.Fault> faults = new ArrayList<>();
  private final Map<String, Tally> tallies = new LinkedHashMap<>();

  SurveyShape(List<String> headings) {
    this.headings = List.copyOf(headings);
  }

  /**
   * The shape of a table with these headings.
   *
   * @throws Refused naming the first column that belongs to no survey
   */
  static SurveyShape of(List<String> headings) {
    boolean counts =
        headings.stream()
            .anyMatch(one -> SurveyWords.code(SurveyWords.COLUMN, one).equals("answer"));
    return counts ? new CountedAnswers(headings) : new Respondents(headings);
  }

  final List<String> headings() {
    return headings;
  }

  final List<SurveyTable.Fault> faults() {
    return faults;
  }

  /** A question as far as it was read. */
  record Tally(String kind, int from, Map<String, Map<String, Integer>> people) {}

  /** Takes a row. */
  final void take(List<String> cells, int line) {
    if (cells.size() > headings.size()
        && cells.subList(headings.size(), cells.size()).stream().anyMatch(c -> !c.isBlank())) {
      fault(line, headings.size(), "effect.fault.columns", headings.size());
      return;
    }
    for (int column = 0; column < cells.size(); column++) {
      if (cells.get(column).indexOf('\uFFFD') >= 0) {
        fault(line, column, "effect.fault.encoding");
        return;
      }
    }
    List<String> whole = new ArrayList<>(cells);
    while (whole.size() < headings.size()) {
      whole.add("");
    }
    row(whole.stream().map(String::strip).toList(), line);
  }

  /** Takes a row that has a cell for each heading. */
  abstract void row(List<String> cells, int line);

  final void fault(int line, int column, String key, Object... arguments) {
    if (faults.size() < SurveyTable.MOST_FAULTS) {
      String heading = column < headings.size() ? shortened(headings.get(column)) : "";
      faults.add(new SurveyTable.Fault(line, column + 1, heading, key, List.of(arguments)));
    }
  }

  /** So much of a cell as a message shows. */
  static String shortened(String cell) {
    String line = cell.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= SHOWN
        ? line
        : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
  }

  static boolean isLong(String question) {
    return question.codePointCount(0, question.length()) > LONGEST;
  }

  /** The question of this text; the first row that names it says what kind it is. */
  final Tally tally(String question, String kind, int from) {
    if (!tallies.containsKey(question) && tallies.size() == SurveyTable.MOST_QUESTIONS) {
      throw new Refused("effect.refused.questions", SurveyTable.MOST_QUESTIONS);
    }
    return tallies.computeIfAbsent(question, text -> new Tally(kind, from, new TreeMap<>()));
  }

  /** The lowest answer that is counted; 0 if the cell holds none. */
  static int from(String cell) {
    int from = cell.matches("[0-9]{1,2}") ? Integer.parseInt(cell) : 0;
    return from <= HIGHEST ? from : 0;
  }

  /** An answer as it is stored, or empty if it is none of this kind. */
  static String answer(String kind, String cell) {
    if (kind.equals("yes-no")) {
      return SurveyWords.code(SurveyWords.YES_NO, cell);
    }
    return cell.matches("[0-9]{1,2}") && Integer.parseInt(cell) <= HIGHEST
        ? Integer.toString(Integer.parseInt(cell))
        : "";
  }

  final List<Survey.Question> questions() {
    List<Survey.Question> questions = new ArrayList<>();
    tallies.forEach(
        (text, tally) -> {
          List<Survey.Answer> answers = new ArrayList<>();
          tally
              .people()
              .forEach(
                  (wave, of) ->
                      of.forEach(
                          (value, people) -> answers.add(new Survey.Answer(wave, value, people))));
          questions.add(new Survey.Question(text, tally.kind(), tally.from(), answers));
        });
    return questions;
  }
}
