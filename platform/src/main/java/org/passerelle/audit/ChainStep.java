package org.passerelle.audit;

import java.util.Optional;

/** Goes along the chain entry by entry, wherever the entries come from. For one walk. */
final class ChainStep {
  private final SignedRoots roots;
  private final MerkleTree tree = new MerkleTree();
  private long number;
  private String hash = AuditEntry.BEGINNING;

  ChainStep(SignedRoots roots) {
    this.roots = roots;
  }

  /** How many entries were passed. */
  long number() {
    return number;
  }

  /** Hash of the last entry that was passed. */
  String hash() {
    return hash;
  }

  /** Passes an entry; what does not fit, if anything. */
  Optional<AuditReader.Broken> pass(AuditEntry entry) {
    number++;
    if (entry.number() != number) {
      return Optional.of(
          new AuditReader.Broken(
              number, "an entry with number " + number, "entry " + entry.number()));
    }
    String expected = entry.hashAfter(hash);
    hash = expected;
    if (!expected.equals(entry.hash())) {
      return Optional.of(new AuditReader.Broken(number, expected, entry.hash()));
    }
    tree.add(expected);
    return roots.check(tree);
  }

  /** What a walk found. */
  ChainWalk.Result result(Optional<AuditReader.Broken> broken) {
    Optional<AuditReader.Broken> found = broken.or(() -> roots.beyond(number));
    return new ChainWalk.Result(
        found.isPresent() ? found.get().number() - 1 : number, found, roots.checked());
  }
}
