package org.passerelle.steer.programme;

import java.util.List;
import java.util.Map;
import org.passerelle.register.Entered;
import org.passerelle.storage.House;

/** A programme in the register, from the strategy to an indicator, for tests of its pages. */
final class EnteredProgramme {
  private final Entered entered;
  private final String project;
  private final String silent;

  EnteredProgramme(House house) {
    entered = new Entered(house);
    String strategy = entered.id("strategy");
    String pillar = entered.id("pillar");
    String objective = entered.id("objective");
    String measure = entered.id("measure");
    project = entered.id("project");
    silent = entered.id("silent");
    entered.add("plan", strategy, "title", words("The test strategy"), "type", "strategy");
    entered.add(
        "plan",
        entered.id("national"),
        "title",
        words("The national test plan"),
        "type",
        "national",
        "axes-declared",
        6,
        "axes",
        List.of(
            Map.of("title", words("first axis"), "item", 1),
            Map.of("title", words("second axis"), "item", 1)));
    entered.add(
        "pillar",
        pillar,
        "number",
        1,
        "title",
        words("Test pillar"),
        "plan",
        strategy,
        "room",
        "prevent");
    entered.add(
        "objective",
        objective,
        "title",
        words("Test objective"),
        "number",
        1,
        "under",
        "pillar:" + pillar);
    entered.add(
        "measure",
        measure,
        "title",
        words("Test measure"),
        "objective",
        objective,
        "state",
        "running");
    entered.add(
        "project",
        project,
        "title",
        words("Test project"),
        "pillars",
        List.of(pillar),
        "measures",
        List.of(measure),
        "status",
        "running",
        "start",
        "2019",
        "countries",
        List.of("RS"),
        "cooperation",
        "twinning",
        "partners",
        List.of(Map.of("organisation", "unodc", "role", "lead")),
        "declared-total",
        "1000.50",
        "budget",
        List.of(
            Map.of("funder", "meae", "year", 2019, "amount", "600.25"),
            Map.of("funder", "eu", "year", 2020, "amount", "400.25")),
        "commitments",
        List.of(Map.of("funder", "meae", "date", "2019-03-01", "amount", "1200")));
    entered.add("project", silent, "title", words("Silent project"), "pillars", List.of(pillar));
    entered.add(
        "activity",
        entered.id("activity"),
        "title",
        words("Test activity"),
        "project",
        project,
        "state",
        "done",
        "start",
        "2019-05-06");
    entered.add(
        "indicator",
        entered.id("indicator"),
        "title",
        words("Test indicator"),
        "subject",
        "project:" + project,
        "unit",
        "events",
        "target",
        3,
        "target-year",
        2020,
        "actuals",
        List.of(Map.of("period", "2019", "value", 0)));
    entered.add("measure", entered.id("orphan"), "title", words("Orphaned measure"));
  }

  /** A project of which everything is known. */
  String project() {
    return project;
  }

  /** A project of which no amount is known. */
  String silent() {
    return silent;
  }

  void add(String kind, String id, Object... fields) {
    entered.add(kind, id, fields);
  }

  void takeBack() {
    entered.takeBack();
  }

  static Map<String, Object> words(String text) {
    return Map.of("en", text, "fr", text, "sr", text);
  }
}
