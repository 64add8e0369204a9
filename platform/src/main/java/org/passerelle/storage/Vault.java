package org.passerelle.storage;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Seals what must be ciphertext at rest and opens it again. Every person has a key, wrapped by the
 * key of each organisation that holds the file; case keys lie under it, file keys under the case's.
 * A key's identifier is the identifier of the thing it protects. Wrapped keys live in the key
 * store, outside the database and its backup; destroying a key makes everything sealed under it
 * unreadable for good.
 *
 * <p>Threads may share it.
 */
public interface Vault {

  /** Makes the key of an organisation, wrapped by the node's key. */
  void createOrganisationKey(UUID organisation);

  /**
   * Makes a key under another.
   *
   * @param id of the thing protected (person, case, file); used once
   * @param parent identifier of the key that wraps it: an organisation for a person, a person for a
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

  /** Whether the key is there. */
  boolean holds(UUID key);

  /**
   * Wraps a key by another parent: what it protects belongs to another organisation now. Should the
   * transaction around it fail, it opens as before.
   *
   * @throws KeyDestroyed if the key is not there
   */
  void moveKey(UUID id, UUID parent);

  /** Destroys a key; keys under it are gone with it. */
  void destroyKey(UUID id);

  /**
   * Destroys several keys at once, which writes the store anew only once: about a second for half a
   * million keys. They are entered in the list of destroyed keys first.
   */
  void destroyKeys(Collection<UUID> ids);

  /**
   * The same at the end of the transaction that is under way, as the very last before the commit
   * and after the line of the log: where that cannot be written, no key is gone. What is on the
   * list of destroyed keys goes again whenever a copy of it comes back.
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

  /** Identifiers of every key ever destroyed here, as the list outside the data folder has them. */
  Set<UUID> destroyed();

  /**
   * Runs work that makes many keys and writes them to disk once at the end; end it before the
   * transaction, so that no committed row lacks its key.
   */
  void inBatch(Runnable work);

  /** The key was destroyed or never existed here. */
  final class KeyDestroyed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public KeyDestroyed(UUID key) {
      super("Key %s is not in the key store.%nMaybe the content was erased.".formatted(key));
    }
  }
}
