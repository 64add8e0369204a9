package org.passerelle.accounts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;

/** The organisations hosted on this node. Threads may share it. */
public interface Organisations {

  /** The one with this identifier. */
  Optional<Organisation> find(UUID id);

  /** The one with this handle. */
  Optional<Organisation> byHandle(String handle);

  /** All, by handle. */
  List<Organisation> all();

  /**
   * Those that are active, by handle.
   *
   * @param country ISO code, or null for all
   * @param type one of {@link OrganisationTypes#ALL}, or null for all
   */
  List<Organisation> active(@Nullable String country, @Nullable String type);

  /**
   * Enters an organisation and makes its key.
   *
   * @throws org.passerelle.pages.Refused if the handle is taken or a field is not acceptable
   */
  Organisation create(SignedIn by, OrganisationDraft draft);

  /**
   * Changes everything but the handle.
   *
   * @throws org.passerelle.pages.NotFound if there is none
   * @throws org.passerelle.pages.Refused if a field is not acceptable
   */
  Organisation change(SignedIn by, UUID id, OrganisationDraft draft);

  /**
   * Opens or closes it; closing ends the sessions of its users at once.
   *
   * @throws org.passerelle.pages.Refused if it is the administrator's own
   */
  void setActive(SignedIn by, UUID id, boolean active);
}
