package org.passerelle.protect.solution.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.solution.DurableSolution;

/**
 * Durable solutions of a case.
 *
 * @param one that is worked on, or null
 * @param point that is being checked, or empty
 */
public record SolutionsPage(
    Case file,
    List<DurableSolution> all,
    @Nullable DurableSolution one,
    String point,
    Map<UUID, String> names,
    Filled form,
    CaseWords words) {
  public SolutionsPage {
    all = List.copyOf(all);
  }

  /** Where it stands. */
  public String at() {
    return "/protect/cases/" + file.id() + "/solutions";
  }

  /** Where one of them stands. */
  public String at(DurableSolution solution) {
    return at() + "/" + solution.id();
  }

  /** Colour of how it stands. */
  public static String colour(DurableSolution solution) {
    return switch (solution.state()) {
      case "decided" -> "good";
      case "prepared" -> "accent";
      default -> "";
    };
  }

  /** Where a point is settled that the house reads from the case. */
  public String settledAt(DurableSolution solution, String code) {
    String base = "/protect/cases/" + file.id();
    return switch (code) {
      case "best_interests" -> base + "/determinations/new?question=" + solution.kind();
      case "guardian" -> base + "/guardians";
      default -> base + "/edit";
    };
  }

  /** A colleague. */
  public String name(UUID id) {
    return names.getOrDefault(id, "…");
  }
}
