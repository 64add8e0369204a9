package org.passerelle.protect.sharing.photograph.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.sharing.photograph.Photographs;

/**
 * View of photographs, without pictures.
 *
 * @param guardians guardians who could consent
 * @param names names of colleagues
 * @param chosen the photograph being viewed, or empty
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

  public String at() {
    return "/protect/cases/" + file.id() + "/photographs";
  }

  public String name(UUID id) {
    return names.getOrDefault(id, "…");
  }
}
