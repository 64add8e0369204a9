package org.passerelle.understand.diagnosis.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.User;
import org.passerelle.pages.Option;
import org.passerelle.understand.diagnosis.Diagnosis;

/**
 * The pages of a diagnosis.
 *
 * @param colleagues analysts of the organisation
 * @param names names of team members, by identifier
 */
public record DiagnosisPage(Diagnosis diagnosis, List<User> colleagues, Map<UUID, String> names) {
  public DiagnosisPage {
    colleagues = List.copyOf(colleagues);
    names = Map.copyOf(names);
  }

  /** Name of a colleague. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  /** Name of a place. */
  public String site(UUID id) {
    return diagnosis.sites().stream()
        .filter(site -> site.id().equals(id))
        .map(Diagnosis.Site::name)
        .findFirst()
        .orElse("…");
  }

  /** Options for a place. */
  public List<Option> sites() {
    return diagnosis.sites().stream()
        .map(site -> new Option(site.id().toString(), site.name()))
        .toList();
  }

  /** Options for a team member. */
  public List<Option> team() {
    return diagnosis.team().stream().map(user -> new Option(user.toString(), name(user))).toList();
  }

  /** Options for colleagues who are not on the team. */
  public List<Option> addable() {
    return colleagues.stream()
        .filter(user -> !diagnosis.team().contains(user.id()))
        .map(user -> new Option(user.id().toString(), user.name()))
        .toList();
  }
}
