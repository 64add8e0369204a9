package org.passerelle.prevent.effect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.refusal.Refused;
import org.passerelle.table.Rows;
import org.passerelle.table.TableReader;

/**
 * The table of a survey as it was sent, in one of two shapes: a row for each answer with the number
 * of people who gave it, or a row for each respondent with a column for each question. It is read
 * whole or not at all: with a single fault there are no questions.
 *
 * @param questions those of the table; empty if there are faults
 * @param faults the first of them, by row
 */
public record SurveyTable(List<Survey.Question> questions, List<Fault> faults) {
  /** Most rows of a table. */
  public static final int MOST_ROWS = 20_000;

  /** Most questions. */
  public static final int MOST_QUESTIONS = 50;

  /** So many faults are told. */
  public static final int MOST_FAULTS = 100;

  public SurveyTable {
    questions = List.copyOf(questions);
    faults = List.copyOf(faults);
  }

  /**
   * What is wrong with a cell.
   *
   * @param line its line in the text, or its row in the workbook, from 1
   * @param column from 1
   * @param heading of the column
   * @param key of the sentence that says it
   */
  public record Fault(int line, int column, String heading, String key, List<Object> arguments) {
    public Fault {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * Reads a workbook or text.
   *
   * @throws Refused with a remedy, if it is no table of a survey
   */
  public static SurveyTable read(InputStream file) throws IOException {
    BufferedInputStream in = TableReader.open(file);
    Reading reading = new Reading();
    TableReader.read(in, TableReader.beginning(in), reading);
    return reading.table();
  }

  private static final class Reading implements Rows {
    private @Nullable SurveyShape shape;
    private int rows;

    @Override
    public int width() {
      return shape == null ? 0 : shape.headings().size();
    }

    @Override
    public void take(List<String> cells, int line) {
      if (cells.stream().allMatch(String::isBlank)) {
        return;
      }
      if (shape == null) {
        shape = SurveyShape.of(trimmed(cells));
      } else if (rows == MOST_ROWS) {
        throw new Refused("effect.refused.many", MOST_ROWS);
      } else {
        shape.take(cells, line);
        rows++;
      }
    }

    private static List<String> trimmed(List<String> cells) {
      List<String> headings = new ArrayList<>(cells.stream().map(String::strip).toList());
      while (headings.get(headings.size() - 1).isEmpty()) {
        headings.remove(headings.size() - 1);
      }
      return headings;
    }

    SurveyTable table() {
      if (shape == null || rows == 0) {
        throw new Refused("effect.refused.none");
      }
      List<Fault> faults = shape.faults();
      return new SurveyTable(faults.isEmpty() ? shape.questions() : List.of(), faults);
    }
  }
}
