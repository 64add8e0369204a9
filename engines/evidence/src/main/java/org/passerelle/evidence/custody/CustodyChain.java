package org.passerelle.evidence.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Digests;
import org.passerelle.evidence.Signatory;

/**
 * The custody entries of one exhibit, each with the hash of the previous one. One person holds the
 * exhibit at any time. Truncation at the end is not detectable from the chain alone: only its
 * {@link #head}, kept elsewhere, reveals it. Immutable.
 */
public final class CustodyChain {
  private final String item;
  private final List<CustodyEntry> entries;

  private CustodyChain(String item, List<CustodyEntry> entries) {
    this.item = item;
    this.entries = List.copyOf(entries);
  }

  /** Begins a chain with the intake. */
  public static CustodyChain begin(
      String item, Digests digests, Signatory taker, Instant at, String place, String reason) {
    taker.refuseOutside(at);
    Statement intake =
        new Statement(
            item, 1, CustodyEntry.NONE, Act.INTAKE, at, "", taker.id(), place, reason, digests);
    return new CustodyChain(item, List.of(CustodyEntry.sign(intake, taker)));
  }

  /**
   * Parses a chain and verifies every entry; throws {@link BrokenChain} at the first invalid one.
   */
  public static CustodyChain read(String item, List<String> lines, Certificates known) {
    CustodyChain chain = new CustodyChain(item, List.of());
    for (String line : lines) {
      chain = chain.with(parse(item, chain.length() + 1L, line), known);
    }
    if (chain.entries.isEmpty()) {
      throw new BrokenChain(item, 1, "the chain is empty.");
    }
    return chain;
  }

  private static CustodyEntry parse(String item, long number, String line) {
    try {
      return CustodyEntry.read(line);
    } catch (IllegalArgumentException e) {
      throw new BrokenChain(item, number, e.getMessage() + ".");
    }
  }

  /** The chain with one more entry, if it fits. */
  public CustodyChain with(CustodyEntry entry, Certificates known) {
    Statement said = entry.statement();
    long number = entries.size() + 1L;
    refuseUnless(said.item().equals(item), number, "it is about exhibit " + said.item() + ".");
    refuseUnless(said.number() == number, number, "its number is " + said.number() + ".");
    refuseUnless(said.previous().equals(head()), number, "it does not follow the entry before it.");
    boolean first = entries.isEmpty();
    refuseUnless(
        first == (said.act() == Act.INTAKE), number, "a chain has one intake, and begins with it.");
    if (!first) {
      refuseUnless(
          said.from().equals(holder()),
          number,
          "the giver is not the holder, %s.".formatted(holder()));
      refuseUnless(
          !said.at().isBefore(last().at()), number, "it is older than the entry before it.");
      refuseUnless(
          said.act() != Act.CHECK || said.to().equals(said.from()),
          number,
          "it was measured by somebody other than its holder.");
      Digests digests = said.digests();
      refuseUnless(
          digests == null || digests.equals(digests()), number, "its measurement differs.");
    }
    Set<String> signatories = signatories(said);
    for (String id : signatories) {
      entry
          .unsignedBy(id, known)
          .ifPresent(
              why -> {
                throw new BrokenChain(item, number, why);
              });
    }
    refuseUnless(entry.signatures() == signatories.size(), number, "it has additional signatures.");
    List<CustodyEntry> longer = new ArrayList<>(entries);
    longer.add(entry);
    return new CustodyChain(item, longer);
  }

  private static Set<String> signatories(Statement said) {
    Set<String> ids = new TreeSet<>(Set.of(said.to()));
    if (said.act() == Act.HANDOVER || said.act() == Act.CHECK) {
      ids.add(said.from());
    }
    return ids;
  }

  private void refuseUnless(boolean holds, long number, String why) {
    if (!holds) {
      throw new BrokenChain(item, number, why);
    }
  }

  private Statement last() {
    return entries.get(entries.size() - 1).statement();
  }

  /** Number of the exhibit. */
  public String item() {
    return item;
  }

  /** Number of entries. */
  public int length() {
    return entries.size();
  }

  /** All entries, oldest first. */
  public List<CustodyEntry> entries() {
    return entries;
  }

  /** Hash of the last entry, as pinned in a manifest. */
  public String head() {
    return entries.isEmpty() ? CustodyEntry.NONE : entries.get(entries.size() - 1).hash();
  }

  /** Certificate name of the holder. */
  public String holder() {
    for (int i = entries.size() - 1; i > 0; i--) {
      Statement said = entries.get(i).statement();
      if (said.act() == Act.HANDOVER) {
        return said.to();
      }
    }
    return entries.get(0).statement().to();
  }

  /** The digests measured at intake. */
  public Digests digests() {
    Digests digests = entries.get(0).statement().digests();
    if (digests == null) {
      throw new IllegalStateException("An intake without digests: " + item);
    }
    return digests;
  }
}
