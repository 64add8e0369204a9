package org.passerelle.accounts;

import java.util.UUID;

/**
 * Fills a demonstration with organisations and users, quickly and with given identifiers. Refuses
 * to run outside a demonstration. Call it within {@link org.passerelle.storage.Vault#inBatch} and
 * one transaction.
 */
public interface DemoUsers {
  /** Shared by all users of a demonstration, which is reachable from this machine only. */
  String PASSWORD = "passerelle-demo-2026";

  /** Creates an organisation and its key, if it does not exist. */
  Organisation organisation(UUID id, OrganisationDraft draft);

  /**
   * Creates a user without second factor.
   *
   * @param passwordHash computed once with {@link #hash}
   */
  void user(UUID id, UserDraft draft, String passwordHash);

  /** Argon2id hash of the password that all demonstration users share. */
  String hash(String password);
}
