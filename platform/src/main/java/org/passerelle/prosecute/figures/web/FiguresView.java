package org.passerelle.prosecute.figures.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.passerelle.prosecute.figures.Course;
import org.passerelle.prosecute.figures.ProsecutionFigures;

/**
 * Figures as a reader sees them.
 *
 * @param until last day that is counted, in words
 */
public record FiguresView(String until, boolean node, boolean some, List<Section> sections) {
  public FiguresView {
    sections = List.copyOf(sections);
  }

  /**
   * What is counted.
   *
   * @param told as {@link Course.Told}, in small letters
   * @param bars all of them, step by step
   * @param notes required where a country is named
   */
  public record Section(
      String id,
      String told,
      boolean hides,
      List<Bar> bars,
      List<Shown> tables,
      List<String> notes) {
    public Section {
      bars = List.copyOf(bars);
      tables = List.copyOf(tables);
      notes = List.copyOf(notes);
    }
  }

  /**
   * A step.
   *
   * @param text the count in words
   * @param count the same as a number; -1 if it is withheld
   * @param share percentage of the largest step; -1 if the count is withheld
   * @param days median time since the step before; empty if it is not told
   * @param span the same as a number of days; -1 if it is not told
   */
  public record Bar(String label, String text, long count, int share, String days, long span) {}

  /** A table by one variable. */
  public record Shown(String by, List<String> heads, List<Line> lines) {
    public Shown {
      heads = List.copyOf(heads);
      lines = List.copyOf(lines);
    }
  }

  /** A row. */
  public record Line(String label, List<Bar> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  static FiguresView of(ProsecutionFigures.All all, FigureLabels labels) {
    boolean some = false;
    List<Section> sections = new ArrayList<>();
    for (Course course : all.courses()) {
      List<Bar> bars =
          course.told() == Course.Told.SHOWN ? bars(course, course.whole(), labels) : List.of();
      sections.add(section(course, bars, labels));
      some |= !bars.isEmpty();
    }
    return new FiguresView(
        labels.page().moments().date(all.until().minusDays(1)), all.node(), some, sections);
  }

  private static Section section(Course course, List<Bar> bars, FigureLabels labels) {
    List<String> heads = course.steps().stream().map(step -> labels.text("step." + step)).toList();
    List<Shown> tables = new ArrayList<>();
    Set<String> notes = new LinkedHashSet<>();
    for (Course.Table table : course.tables()) {
      List<Line> lines = new ArrayList<>();
      for (Course.Row row : table.rows()) {
        lines.add(new Line(labels.code(table.by(), row.code()), bars(course, row, labels)));
        labels.note(table.by(), row.code()).ifPresent(notes::add);
      }
      tables.add(new Shown(table.by(), heads, lines));
    }
    return new Section(
        course.id(),
        course.told().name().toLowerCase(Locale.ROOT),
        course.hides(),
        bars,
        tables,
        List.copyOf(notes));
  }

  private static List<Bar> bars(Course course, Course.Row row, FigureLabels labels) {
    long largest = Math.max(1, row.reached().stream().mapToLong(Long::longValue).max().orElse(1));
    List<Bar> bars = new ArrayList<>();
    for (int step = 0; step < course.steps().size(); step++) {
      long count = row.reached().get(step);
      long span = row.days().get(step);
      bars.add(
          new Bar(
              labels.text("step." + course.steps().get(step)),
              labels.count(count),
              count,
              count < 0 ? -1 : (int) (count * 100 / largest),
              labels.days(span),
              span));
    }
    return bars;
  }
}
