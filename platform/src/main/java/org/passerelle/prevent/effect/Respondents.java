package org.passerelle.prevent.effect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.refusal.Refused;

/**
 * A table with a row for each anonymous respondent. Its first row says of each column but that of
 * the wave which question it is and of what kind: {@code Would you go? [yes-no]} or {@code How sure
 * are you? [scale 4]}. There is no other column, so that nothing about a person can be in it.
 */
final class Respondents extends SurveyShape {
  private static final Pattern QUESTION =
      Pattern.compile("(.*\\S)\\s*\\[\\s*(\\S+?)(?:\\s+([0-9]{1,2}))?\\s*\\]");

  /** So many characters of a heading are looked at, which holds the longest question. */
  private static final int LONGEST_HEADING = 1_000;

  /** In place of a question, the column of the wave. */
  private static final Column WAVE = new Column("", "wave", 0);

  private final List<Column> columns = new ArrayList<>();

  private record Column(String question, String kind, int from) {}

  Respondents(List<String> headings) {
    super(headings);
    Set<String> questions = new HashSet<>();
    for (String heading : headings) {
      Column column = column(heading, columns.size() + 1);
      if (!questions.add(column.question())) {
        throw new Refused("effect.refused.twice", columns.size() + 1, shortened(heading));
      }
      columns.add(column);
      if (!column.equals(WAVE)) {
        tally(column.question(), column.kind(), column.from());
      }
    }
    if (!columns.contains(WAVE)) {
      throw new Refused("effect.refused.missing.wave");
    }
    if (columns.size() == 1) {
      throw new Refused("effect.refused.missing.question");
    }
  }

  private static Column column(String heading, int number) {
    if (SurveyWords.code(SurveyWords.COLUMN, heading).equals("wave")) {
      return WAVE;
    }
    if (heading.length() > LONGEST_HEADING) {
      throw new Refused("effect.refused.long", number);
    }
    Matcher named = QUESTION.matcher(heading.replaceAll("\\s+", " "));
    String kind = named.matches() ? SurveyWords.code(SurveyWords.KIND, named.group(2)) : "";
    int from = kind.isEmpty() || named.group(3) == null ? 0 : from(named.group(3));
    if (kind.isEmpty() || kind.equals("scale") == (from == 0)) {
      throw new Refused("effect.refused.column", number, shortened(heading));
    }
    if (isLong(named.group(1))) {
      throw new Refused("effect.refused.long", number);
    }
    return new Column(named.group(1), kind, from);
  }

  @Override
  void row(List<String> cells, int line) {
    int wave = columns.indexOf(WAVE);
    String code = SurveyWords.code(SurveyWords.WAVE, cells.get(wave));
    if (code.isEmpty()) {
      fault(line, wave, "effect.fault.wave", shortened(cells.get(wave)));
    }
    for (int i = 0; i < columns.size(); i++) {
      // an empty cell is a question without an answer
      if (i != wave && !cells.get(i).isEmpty()) {
        Column column = columns.get(i);
        String answer = answer(column.kind(), cells.get(i));
        if (answer.isEmpty()) {
          fault(line, i, "effect.fault.answer." + column.kind(), shortened(cells.get(i)));
        } else if (!code.isEmpty()) {
          Map<String, Map<String, Integer>> people =
              tally(column.question(), column.kind(), column.from()).people();
          people.computeIfAbsent(code, one -> new TreeMap<>()).merge(answer, 1, Integer::sum);
        }
      }
    }
  }
}
