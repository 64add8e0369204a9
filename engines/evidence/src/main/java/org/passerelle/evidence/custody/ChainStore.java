package org.passerelle.evidence.custody;

/** Where chains are kept: a database, a folder or memory. Many threads may use one at once. */
public interface ChainStore {
  /** The chain of an exhibit as it stands now; throws {@link IllegalArgumentException} if none. */
  CustodyChain chain(String item);

  /**
   * Keeps a longer chain if nobody else has lengthened it meanwhile, whole or not at all.
   *
   * @param head what {@link CustodyChain#head} was when the caller read it
   * @return whether it was kept
   */
  boolean lengthen(String head, CustodyChain longer);
}
