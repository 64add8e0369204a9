package org.passerelle.steer.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.accounts.OrganisationTypes;
import org.passerelle.disclosure.Hierarchy;

/** The bodies that register victims, by type and by kind of body. */
final class Registrars {
  /** Types by the kind of body; every other type is a further one. */
  private static final Map<String, List<String>> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put(
        "enforcement",
        List.of("police", "border_police", "labour_inspectorate", "prosecutor", "court"));
    KINDS.put("civil", List.of("ngo", "shelter", "network"));
    KINDS.put("care", List.of("child_protection", "social_work_centre", "health"));
    KINDS.put(
        "state",
        List.of(
            "asylum_authority",
            "national_coordinator",
            "ministry",
            "government",
            "authority",
            "embassy",
            "mission"));
  }

  private Registrars() {}

  /** All types, and those that are none of the list. */
  static Hierarchy tree() {
    List<String> further = new ArrayList<>(OrganisationTypes.ALL);
    KINDS.values().forEach(further::removeAll);
    further.add(DeclaredTables.UNKNOWN);
    Map<String, Object> groups = new LinkedHashMap<>(KINDS);
    groups.put("further", further);
    return Hierarchy.of("registrar", groups);
  }
}
