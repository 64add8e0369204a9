package org.passerelle.protect.casework.solution.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.solution.DurableSolution;

/**
 * View of the durable solutions of a case.
 *
 * @param one the solution being prepared, or null
 * @param point point being checked, or empty
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

  public String at() {
    return "/protect/cases/" + file.id() + "/solutions";
  }

  /** URL of a solution. */
  public String at(DurableSolution solution) {
    return at() + "/" + solution.id();
  }

  /** Badge colour of its status. */
  public static String colour(DurableSolution solution) {
    return switch (solution.state()) {
      case "decided" -> "good";
      case "prepared" -> "accent";
      default -> "";
    };
  }

  /** URL at which a point determined from the case can be settled. */
  public String settledAt(DurableSolution solution, String code) {
    String base = "/protect/cases/" + file.id();
    return switch (code) {
      case "best_interests" -> base + "/determinations/new?question=" + solution.kind();
      case "guardian" -> base + "/guardians";
      default -> base + "/edit";
    };
  }

  public String name(UUID id) {
    return names.getOrDefault(id, "…");
  }
}
