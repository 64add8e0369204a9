package org.passerelle.partner.web;

import java.util.List;

/** Trainings, teaching tools and round tables with their summary figures. */
public record TrainingsPage(
    List<Training> trainings, List<Guide> guides, List<Table> tables, boolean mayEdit) {
  public TrainingsPage {
    trainings = List.copyOf(trainings);
    guides = List.copyOf(guides);
    tables = List.copyOf(tables);
  }

  /**
   * A training.
   *
   * @param attended by profession, as profession, women, men, not stated; empty if attendance was
   *     not recorded
   * @param all total attendance in words; what was not entered is not counted as nobody
   */
  public record Training(
      String subject,
      String href,
      String institution,
      List<String> sessions,
      List<List<String>> attended,
      String all,
      String evaluation) {
    public Training {
      sessions = List.copyOf(sessions);
      attended = List.copyOf(attended);
    }
  }

  /** A guide with its languages: name of the language, state in words, class of its badge. */
  public record Guide(String title, String href, String type, List<Tongue> languages) {
    public Guide {
      languages = List.copyOf(languages);
    }
  }

  /** A language of a guide. */
  public record Tongue(String language, String state, String badge) {}

  /** A round table with its decisions. */
  public record Table(String title, String href, String country, List<Decision> decisions) {
    public Table {
      decisions = List.copyOf(decisions);
    }
  }

  /** A decision. */
  public record Decision(
      String key,
      String text,
      String owner,
      String due,
      String state,
      String follow,
      boolean warn) {}
}
