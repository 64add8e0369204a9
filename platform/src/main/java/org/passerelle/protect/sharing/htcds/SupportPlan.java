package org.passerelle.protect.sharing.htcds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.language.Days;
import org.passerelle.language.Language;
import org.passerelle.protect.casework.care.booking.Booking;
import org.passerelle.protect.casework.care.booking.Bookings;
import org.passerelle.protect.casework.care.plan.CarePlan;
import org.passerelle.protect.casework.care.plan.CarePlans;
import org.passerelle.protect.casework.care.plan.CareStep;
import org.passerelle.protect.casework.care.plan.Goal;
import org.springframework.stereotype.Component;

/**
 * Converts care plan and bookings of a case to the support plan of the standard, from codes only:
 * free text is not exported. The standard has one kind of plan per record; the most frequent kind
 * of goal is used.
 */
@Component
class SupportPlan {
  /** Kinds of the standard by need; HTCDS has no codes for individual services. */
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("medical", "Health"),
          Map.entry("psychological", "Health"),
          Map.entry("schooling", "Education"),
          Map.entry("training", "Livelihood"),
          Map.entry("work", "Livelihood"),
          Map.entry("money", "Financial"),
          Map.entry("legal", "Legal"),
          Map.entry("documents", "Legal"),
          Map.entry("residence", "Legal"),
          Map.entry("compensation", "Legal"));

  private static final String OTHER_KIND = "SocialCare";
  private static final String NEEDS = "care_needs";

  /** The standard is in English. */
  private static final Language ENGLISH = new Language("en");

  private final CarePlans plans;
  private final Bookings bookings;
  private final FormDefinitions definitions;

  SupportPlan(CarePlans plans, Bookings bookings, FormDefinitions definitions) {
    this.plans = plans;
    this.bookings = bookings;
    this.definitions = definitions;
  }

  /** Fields with a value; none without a plan and bookings. */
  Map<String, List<String>> of(UUID caseId, SignedIn who) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    CarePlan plan = plans.of(caseId, who);
    List<Goal> counted =
        plan.goals().stream()
            .filter(g -> g.end() == null || g.end().outcome().equals("reached"))
            .toList();
    if (!counted.isEmpty()) {
      fields.put("spl_Type", List.of(kind(counted)));
      fields.put("spl_Objectives", List.of(objectives(counted)));
      days(plan, counted, fields);
    }
    List<Booking> booked = bookings.of(caseId, who);
    if (!booked.isEmpty()) {
      fields.put("spl_ActionPlan", List.of(services(booked)));
    }
    return fields;
  }

  private static String kind(List<Goal> goals) {
    Map<String, Integer> kinds = new LinkedHashMap<>();
    goals.forEach(g -> kinds.merge(KINDS.getOrDefault(g.need(), OTHER_KIND), 1, Integer::sum));
    String most = OTHER_KIND;
    for (Map.Entry<String, Integer> one : kinds.entrySet()) {
      if (one.getValue() > kinds.getOrDefault(most, 0)) {
        most = one.getKey();
      }
    }
    return most;
  }

  private String objectives(List<Goal> goals) {
    return String.join("; ", goals.stream().map(Goal::need).distinct().map(this::word).toList());
  }

  private static void days(CarePlan plan, List<Goal> goals, Map<String, List<String>> fields) {
    List<Instant> due =
        plan.open().stream()
            .flatMap(g -> g.openSteps().stream())
            .map(CareStep::due)
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    if (!due.isEmpty()) {
      fields.put("spl_PlannedEndDate", List.of(day(due.get(due.size() - 1))));
    }
    if (plan.open().isEmpty()) {
      goals.stream()
          .map(Goal::end)
          .filter(Objects::nonNull)
          .map(Goal.End::at)
          .max(Instant::compareTo)
          .ifPresent(at -> fields.put("spl_ActualEndDate", List.of(day(at))));
    }
  }

  /** “Legal aid: 2 kept, 1 missed; Medical care: 1 booked”. */
  private String services(List<Booking> all) {
    Map<String, Map<String, Integer>> byNeed = new TreeMap<>();
    all.forEach(
        b ->
            byNeed
                .computeIfAbsent(word(b.need()), n -> new TreeMap<>())
                .merge(b.state(), 1, Integer::sum));
    List<String> said = new ArrayList<>();
    byNeed.forEach(
        (need, states) ->
            said.add(
                need
                    + ": "
                    + String.join(
                        ", ",
                        states.entrySet().stream()
                            .map(s -> s.getValue() + " " + s.getKey())
                            .toList())));
    return String.join("; ", said);
  }

  private String word(String need) {
    return definitions.lists().label(NEEDS, need, ENGLISH);
  }

  private static String day(Instant at) {
    return Days.newest(at).toString();
  }
}
