package org.passerelle.protect.photograph.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.photograph.Photographs;

/**
 * Photographs of a person, without what they show.
 *
 * @param guardians who could agree
 * @param names of colleagues
 * @param chosen the one that is looked at, or empty
 */
public record PhotographsPage(
    Case file,
    List<Photographs.Photograph> all,
    List<Option> guardians,
    Map<UUID, String> names,
    String chosen,
    Filled form,
    CaseWords words) {
  public PhotographsPage {
    all = List.copyOf(all);
    guardians = List.copyOf(guardians);
  }

  /** Where it stands. */
  public String at() {
    return "/protect/cases/" + file.id() + "/photographs";
  }

  /** A colleague. */
  public String name(UUID id) {
    return names.getOrDefault(id, "…");
  }
}
