package org.passerelle.evidence.custody;

/** Storage of chains: a database, a folder or memory. Safe for concurrent use. */
public interface ChainStore {
  /** The current chain of an exhibit; throws {@link IllegalArgumentException} if there is none. */
  CustodyChain chain(String item);

  /**
   * Stores an extended chain unless somebody else has extended it meanwhile; atomic.
   *
   * @param head value of {@link CustodyChain#head} when the caller read it
   * @return whether it was stored
   */
  boolean lengthen(String head, CustodyChain longer);
}
