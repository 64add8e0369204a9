package org.passerelle.evidence;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.passerelle.evidence.custody.ChainStore;
import org.passerelle.evidence.custody.CustodyChain;

/** An in-memory store of chains for tests. */
public final class Chains implements ChainStore {
  private final Map<String, CustodyChain> chains = new ConcurrentHashMap<>();

  /** Stores an initial chain. */
  public void put(CustodyChain chain) {
    chains.put(chain.item(), chain);
  }

  @Override
  public CustodyChain chain(String item) {
    CustodyChain chain = chains.get(item);
    if (chain == null) {
      throw new IllegalArgumentException("no exhibit " + item);
    }
    return chain;
  }

  @Override
  public boolean lengthen(String head, CustodyChain longer) {
    AtomicBoolean kept = new AtomicBoolean();
    chains.computeIfPresent(
        longer.item(),
        (item, now) -> {
          kept.set(now.head().equals(head));
          return kept.get() ? longer : now;
        });
    return kept.get();
  }
}
