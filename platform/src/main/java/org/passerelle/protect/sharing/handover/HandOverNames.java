package org.passerelle.protect.sharing.handover;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Organisation;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.Page;
import org.springframework.stereotype.Component;

/** Names of the two sides, in lines about hand-overs. */
@Component
public class HandOverNames {
  private final Addressees organisations;
  private final FormDefinitions forms;

  HandOverNames(Addressees organisations, FormDefinitions forms) {
    this.organisations = organisations;
    this.forms = forms;
  }

  /** Name of an organisation alone. */
  public String of(UUID organisation, Page page) {
    return organisations.name(organisation, page.language());
  }

  /**
   * Names of organisations with their country unless the name contains it, since a foreign
   * organisation's name is often unknown to the reader.
   */
  public Map<UUID, String> withCountries(Page page) {
    Map<UUID, String> names = new HashMap<>();
    for (Organisation one : organisations.all()) {
      String name = one.name().in(page.language());
      String country = forms.lists().label("countries", one.country(), page.language());
      names.put(
          one.id(), name.contains(country) ? name : page.text("handover.today.of", name, country));
    }
    return names;
  }
}
