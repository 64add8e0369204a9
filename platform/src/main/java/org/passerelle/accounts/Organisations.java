package org.passerelle.accounts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;

/** The organisations hosted on this node. Safe for concurrent use. */
public interface Organisations {

  /** The organisation with this identifier. */
  Optional<Organisation> find(UUID id);

  /** The organisation with this handle. */
  Optional<Organisation> byHandle(String handle);

  /** All organisations, by handle. */
  List<Organisation> all();

  /**
   * Active organisations, by handle.
   *
   * @param country ISO code, or null for all
   * @param type one of {@link OrganisationTypes#ALL}, or null for all
   */
  List<Organisation> active(@Nullable String country, @Nullable String type);

  /**
   * Creates an organisation and its key.
   *
   * @throws org.passerelle.refusal.Refused if the handle is taken or a field is invalid
   */
  Organisation create(SignedIn by, OrganisationDraft draft);

  /**
   * Changes everything but the handle.
   *
   * @throws org.passerelle.refusal.NotFound if it does not exist
   * @throws org.passerelle.refusal.Refused if a field is invalid
   */
  Organisation change(SignedIn by, UUID id, OrganisationDraft draft);

  /**
   * Activates or deactivates it; deactivation ends the sessions of its users at once.
   *
   * @throws org.passerelle.refusal.Refused if it is the administrator's own organisation
   */
  void setActive(SignedIn by, UUID id, boolean active);
}
