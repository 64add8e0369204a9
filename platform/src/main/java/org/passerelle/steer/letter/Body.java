package org.passerelle.steer.letter;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a section draws from the register, by the type of its block. Every text may be empty. */
public sealed interface Body {

  /** Nothing: the block has its own words only. */
  record None() implements Body {}

  /** A band of figures. */
  record Figures(List<Figure> figures) implements Body {}

  /**
   * A figure as it is shown.
   *
   * @param least the words “at least”, or empty
   */
  record Figure(
      String id,
      String least,
      String value,
      String what,
      List<String> items,
      String source,
      String period,
      String caveat) {}

  /** The yearly cycle. */
  record Cycle(List<Step> steps, List<Row> rows, List<Key> members) implements Body {}

  /** A step of the cycle. */
  record Step(String step) {}

  /** A fact and its name. */
  record Row(String name, String value) {}

  /** Countries, posts and the key of their types. */
  record Network(
      RegionMap map,
      List<Member> countries,
      List<Key> key,
      List<String> placed,
      List<String> unplaced)
      implements Body {}

  /** A partner country. */
  record Member(String name, String since) {}

  /** What an abbreviation stands for. */
  record Key(String abbreviation, String label) {}

  /** What was done in a year. */
  record Measures(List<Dated> events, List<Work> projects) implements Body {
    /** The first or the second half of the projects. */
    public List<Work> half(int which) {
      int middle = (projects.size() + 1) / 2;
      return which == 0 ? projects.subList(0, middle) : projects.subList(middle, projects.size());
    }
  }

  /** Something with a date. */
  record Dated(String id, String when, String what, String detail, String where) {}

  /** A project or something else that is under way. */
  record Work(String id, String title, String with, String where, String when) {
    /** All but the title in one line. */
    public String line() {
      return Stream.of(with, where, when)
          .filter(t -> !t.isEmpty())
          .collect(Collectors.joining(" · "));
    }
  }

  /** Issues that came before. */
  record Issues(List<Issue> issues) implements Body {}

  /** One of them. */
  record Issue(int number, String date, String theme) {}

  /** Pillars with their projects, then what lies outside them. */
  record Programme(List<Pillar> pillars, List<Frame> frames) implements Body {}

  /**
   * A pillar of the strategy.
   *
   * @param room whose colour it has
   */
  record Pillar(
      String id, int number, String room, String title, List<Paragraph> text, List<Work> works) {}

  /** Projects outside the pillars. */
  record Frame(String title, List<Work> works) {}

  /** A plan with its axes. */
  record Plan(
      String title,
      String owner,
      String state,
      List<String> axes,
      List<String> priorities,
      String remark)
      implements Body {}

  /** Studies and guides. */
  record Diagnoses(List<Work> published, List<Work> scheduled, List<Work> guides) implements Body {}

  /** Days of events by country. */
  record Days(DaysChart chart, String period) implements Body {}

  /** A project with its objectives. */
  record Partnership(
      String title, String with, String where, String when, List<Objective> objectives)
      implements Body {}

  /** An objective with what is to be done for it. */
  record Objective(String title, List<String> measures) {}

  /** The calendar on both sides of the issue's date. */
  record Calendar(List<Dated> inBrief, List<Dated> toCome) implements Body {}

  /** A training. */
  record Training(
      String institution,
      List<Dated> sessions,
      List<String> programme,
      List<String> trainers,
      List<String> audience)
      implements Body {}

  /** Whom to write to, and in what languages the letter appears. */
  record Contact(String address, List<String> publishers, List<String> handles) implements Body {}
}
