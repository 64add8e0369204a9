package org.passerelle.storage;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Seals content that must be encrypted at rest and opens it again. Every person has a key, wrapped
 * by the key of each organisation that holds the file; case keys are below the person's key, file
 * keys below the case's. A key has the identifier of the thing it protects. Wrapped keys are kept
 * in the key store, outside the database and its backup; destroying a key makes everything sealed
 * under it unreadable for good.
 *
 * <p>Safe for concurrent use.
 */
public interface Vault {

  /** Creates the key of an organisation, wrapped by the node's key. */
  void createOrganisationKey(UUID organisation);

  /**
   * Creates a key below another.
   *
   * @param id identifier of the person, case or file it protects; used once
   * @param parent identifier of the wrapping key: an organisation for a person, a person for a
   *     case, a case for a file
   */
  void createKey(UUID id, UUID parent);

  /**
   * Seals a text (AES-256-GCM, fresh nonce).
   *
   * @param key identifier of the key
   * @param place where it will be stored, such as {@code "person.names"}; ciphertext moved
   *     elsewhere does not open
   */
  byte[] seal(UUID key, String place, String text);

  /** The same for bytes. */
  byte[] sealBytes(UUID key, String place, byte[] content);

  /**
   * Opens what {@link #seal} made.
   *
   * @throws KeyDestroyed if the key was destroyed: the content is erased
   * @throws IllegalStateException if the content was altered or moved
   */
  String open(UUID key, String place, byte[] sealed);

  /** The same for bytes. */
  byte[] openBytes(UUID key, String place, byte[] sealed);

  /** Whether the key exists. */
  boolean holds(UUID key);

  /**
   * Wraps a key under another parent, because what it protects now belongs to another organisation.
   * If the surrounding transaction fails, it opens as before.
   *
   * @throws KeyDestroyed if the key does not exist
   */
  void moveKey(UUID id, UUID parent);

  /** Destroys a key and, with it, all keys below it. */
  void destroyKey(UUID id);

  /**
   * Destroys several keys at once and rewrites the store only once: about a second for half a
   * million keys. They are entered in the list of destroyed keys first.
   */
  void destroyKeys(Collection<UUID> ids);

  /**
   * Destroys keys at the end of the current transaction, as the last step before the commit and
   * after the audit log entry: if that entry cannot be written, no key is destroyed. A restored
   * copy of a key on the list of destroyed keys is destroyed again.
   */
  default void destroyAtCommit(Collection<UUID> ids) {
    List<UUID> going = List.copyOf(ids);
    if (going.isEmpty()) {
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
          }

          @Override
          public void beforeCommit(boolean readOnly) {
            destroyKeys(going);
          }
        });
  }

  /** Identifiers of all keys ever destroyed here, from the list outside the data folder. */
  Set<UUID> destroyed();

  /**
   * Runs work that creates many keys and writes them to disk once at the end; finish it before the
   * transaction commits, so that no committed row lacks its key.
   */
  void inBatch(Runnable work);

  /** The key was destroyed, or never existed here. */
  final class KeyDestroyed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public KeyDestroyed(UUID key) {
      super("Key %s is not in the key store.%nMaybe the content was erased.".formatted(key));
    }
  }
}
