package org.passerelle.prevent.effect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.passerelle.refusal.Refused;

/** A table with a row for each answer and the number of people who gave it. For one table. */
final class CountedAnswers extends SurveyShape {
  private static final Set<String> NEEDED = Set.of("question", "kind", "wave", "answer", "people");
  private static final int MOST = 1_000_000;
  private final List<String> columns = new ArrayList<>();
  private final Set<List<String>> seen = new HashSet<>();

  CountedAnswers(List<String> headings) {
    super(headings);
    for (String heading : headings) {
      String column = SurveyWords.code(SurveyWords.COLUMN, heading);
      if (column.isEmpty()) {
        throw new Refused("effect.refused.column", columns.size() + 1, shortened(heading));
      }
      if (columns.contains(column)) {
        throw new Refused("effect.refused.twice", columns.size() + 1, shortened(heading));
      }
      columns.add(column);
    }
    for (String needed : SurveyWords.COLUMNS) {
      if (NEEDED.contains(needed) && !columns.contains(needed)) {
        throw new Refused("effect.refused.missing." + needed);
      }
    }
  }

  private String cell(List<String> cells, String column) {
    int at = columns.indexOf(column);
    return at < 0 ? "" : cells.get(at);
  }

  @Override
  void row(List<String> cells, int line) {
    int before = faults().size();
    String question = cell(cells, "question").replaceAll("\\s+", " ");
    if (question.isEmpty()) {
      wrong(line, "question", "effect.fault.question");
    } else if (isLong(question)) {
      wrong(line, "question", "effect.fault.long");
    }
    String kind = SurveyWords.code(SurveyWords.KIND, cell(cells, "kind"));
    if (kind.isEmpty()) {
      wrong(line, "kind", "effect.fault.kind", shortened(cell(cells, "kind")));
    }
    String wave = SurveyWords.code(SurveyWords.WAVE, cell(cells, "wave"));
    if (wave.isEmpty()) {
      wrong(line, "wave", "effect.fault.wave", shortened(cell(cells, "wave")));
    }
    int from = from(cells, kind, line);
    String answer = kind.isEmpty() ? "" : answer(kind, cell(cells, "answer"));
    if (answer.isEmpty() && !kind.isEmpty()) {
      wrong(line, "answer", "effect.fault.answer." + kind, shortened(cell(cells, "answer")));
    }
    String people = cell(cells, "people");
    if (!people.matches("[0-9]{1,7}") || Integer.parseInt(people) > MOST) {
      wrong(line, "people", "effect.fault.people", shortened(people), MOST);
    }
    if (faults().size() == before) {
      count(line, question, new Tally(kind, from, new TreeMap<>()), wave, answer, people);
    }
  }

  private int from(List<String> cells, String kind, int line) {
    String cell = cell(cells, "from");
    int from = from(cell);
    if (kind.equals("scale") && from == 0) {
      wrong(line, columns.contains("from") ? "from" : "kind", "effect.fault.from");
    } else if (kind.equals("yes-no") && !cell.isEmpty()) {
      wrong(line, "from", "effect.fault.no-from");
    }
    return from;
  }

  private void count(
      int line, String question, Tally said, String wave, String answer, String people) {
    Tally tally = tally(question, said.kind(), said.from());
    if (!tally.kind().equals(said.kind()) || tally.from() != said.from()) {
      wrong(line, "kind", "effect.fault.other-kind");
    } else if (!seen.add(List.of(question, wave, answer))) {
      wrong(line, "answer", "effect.fault.twice");
    } else {
      tally
          .people()
          .computeIfAbsent(wave, one -> new TreeMap<>())
          .put(answer, Integer.parseInt(people));
    }
  }

  private void wrong(int line, String column, String key, Object... arguments) {
    fault(line, columns.indexOf(column), key, arguments);
  }
}
