package org.passerelle.steer.letter;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A section's content from the register, by the type of its block. Every text may be empty. */
public sealed interface Body {
  /** How many items it shows: figures, dates, projects; 0 if it has nothing to show. */
  int items();

  /** None: the block has only its own text. */
  record None() implements Body {
    @Override
    public int items() {
      return 0;
    }
  }

  /** A band of figures. */
  record Figures(List<Figure> figures) implements Body {
    @Override
    public int items() {
      return figures.size();
    }
  }

  /**
   * A figure.
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
  record Cycle(List<Step> steps, List<Row> rows, List<Key> members) implements Body {
    @Override
    public int items() {
      return steps.size() + rows.size() + members.size();
    }
  }

  /** A step of the cycle. */
  record Step(String step) {}

  /** A label and its value. */
  record Row(String name, String value) {}

  /** Countries, posts and the key of their types. */
  record Network(
      RegionMap map,
      List<Member> countries,
      List<Key> key,
      List<String> placed,
      List<String> unplaced)
      implements Body {
    @Override
    public int items() {
      return countries.size() + placed.size();
    }
  }

  /** A partner country. */
  record Member(String name, String since) {}

  /** What an abbreviation stands for. */
  record Key(String abbreviation, String label) {}

  /** What was done in a year. */
  record Measures(List<Dated> events, List<Work> projects) implements Body {
    @Override
    public int items() {
      return events.size() + projects.size();
    }

    /** The first or the second half of the projects. */
    public List<Work> half(int which) {
      int middle = (projects.size() + 1) / 2;
      return which == 0 ? projects.subList(0, middle) : projects.subList(middle, projects.size());
    }
  }

  /** Something with a date. */
  record Dated(String id, String when, String what, String detail, String where) {}

  /** A project or other work in progress. */
  record Work(String id, String title, String with, String where, String when) {
    /** Everything but the title in one line. */
    public String line() {
      return Stream.of(with, where, when)
          .filter(t -> !t.isEmpty())
          .collect(Collectors.joining(" · "));
    }
  }

  /** Earlier issues. */
  record Issues(List<Issue> issues) implements Body {
    @Override
    public int items() {
      return issues.size();
    }
  }

  /** An earlier issue. */
  record Issue(int number, String date, String theme) {}

  /** Pillars with their projects, then projects outside them. */
  record Programme(List<Pillar> pillars, List<Frame> frames) implements Body {
    @Override
    public int items() {
      return pillars.stream().mapToInt(p -> p.works().size() + p.text().size()).sum()
          + frames.stream().mapToInt(f -> f.works().size()).sum();
    }
  }

  /**
   * A pillar of the strategy.
   *
   * @param room module whose colour it has
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
      implements Body {
    @Override
    public int items() {
      return axes.size() + priorities.size();
    }
  }

  /** Studies and guides. */
  record Diagnoses(List<Work> published, List<Work> scheduled, List<Work> guides) implements Body {
    @Override
    public int items() {
      return published.size() + scheduled.size() + guides.size();
    }
  }

  /** Event days by country. */
  record Days(DaysChart chart, String period) implements Body {
    @Override
    public int items() {
      return chart.bars().size();
    }
  }

  /** A project with its objectives. */
  record Partnership(
      String title, String with, String where, String when, List<Objective> objectives)
      implements Body {
    @Override
    public int items() {
      return objectives.stream().mapToInt(o -> 1 + o.measures().size()).sum();
    }
  }

  /** An objective with its measures. */
  record Objective(String title, List<String> measures) {}

  /** The calendar before and after the issue's date. */
  record Calendar(List<Dated> inBrief, List<Dated> toCome) implements Body {
    @Override
    public int items() {
      return inBrief.size() + toCome.size();
    }
  }

  /** A training. */
  record Training(
      String institution,
      List<Dated> sessions,
      List<String> programme,
      List<String> trainers,
      List<String> audience)
      implements Body {
    @Override
    public int items() {
      return sessions.size() + programme.size();
    }
  }

  /** Campaigns of the months of an issue. */
  record Campaigns(List<Campaign> campaigns) implements Body {
    @Override
    public int items() {
      return campaigns.size();
    }

    /** Whether any of them reached somebody. */
    public boolean reached() {
      return campaigns.stream().anyMatch(one -> !one.reached().isEmpty());
    }

    /** Whether something was asked before and after one of them. */
    public boolean asked() {
      return campaigns.stream().anyMatch(one -> !one.asked().isEmpty());
    }
  }

  /** A campaign: to whom it speaks, whom it reached, what was asked before and after. */
  record Campaign(
      String title, String when, List<Row> rows, List<Told> reached, List<Told> asked) {}

  /** Something with who says so. */
  record Told(String what, String source) {}

  /** Contact address, and the languages of the letter. */
  record Contact(String address, List<String> publishers, List<String> handles) implements Body {
    @Override
    public int items() {
      return address.isEmpty() ? 0 : 1;
    }
  }
}
