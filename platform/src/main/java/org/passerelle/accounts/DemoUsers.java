package org.passerelle.accounts;

import java.util.UUID;

/**
 * Fills a demonstration with organisations and users, quickly and with given identifiers. Refuses
 * outside a demonstration. Call it within {@link org.passerelle.storage.Vault#inBatch} and one
 * transaction.
 */
public interface DemoUsers {
  /** Shared by all users of a demonstration, which listens on this machine only. */
  String PASSWORD = "passerelle-demo-2026";

  /** Enters an organisation, if it is not there, and makes its key. */
  Organisation organisation(UUID id, OrganisationDraft draft);

  /**
   * Enters a user without second factor.
   *
   * @param passwordHash made once by {@link #hash}
   */
  void user(UUID id, UserDraft draft, String passwordHash);

  /** Argon2id hash of the password that all demonstration users share. */
  String hash(String password);
}
