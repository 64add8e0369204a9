package org.passerelle.audit;

import java.util.Optional;

/** Verifies the chain entry by entry, from any source. For a single pass. */
final class ChainStep {
  private final SignedRoots roots;
  private final MerkleTree tree = new MerkleTree();
  private long number;
  private String hash = AuditEntry.BEGINNING;

  ChainStep(SignedRoots roots) {
    this.roots = roots;
  }

  /** Number of verified entries. */
  long number() {
    return number;
  }

  /** Hash of the last verified entry. */
  String hash() {
    return hash;
  }

  /** Verifies the next entry; returns the inconsistency, if any. */
  Optional<AuditReader.Broken> pass(AuditEntry entry) {
    number++;
    if (entry.number() != number) {
      return Optional.of(
          new AuditReader.Broken(number, "an entry numbered " + number, "entry " + entry.number()));
    }
    String expected = entry.hashAfter(hash);
    hash = expected;
    if (!expected.equals(entry.hash())) {
      return Optional.of(new AuditReader.Broken(number, expected, entry.hash()));
    }
    tree.add(expected);
    return roots.check(tree);
  }

  /** The result of the verification. */
  ChainWalk.Result result(Optional<AuditReader.Broken> broken) {
    Optional<AuditReader.Broken> found = broken.or(() -> roots.beyond(number));
    return new ChainWalk.Result(
        found.isPresent() ? found.get().number() - 1 : number, found, roots.checked());
  }
}
